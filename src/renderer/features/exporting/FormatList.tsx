import { useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FormatDescription } from '../../../contract/exchange';
import { formatGroups, groupOfFormat } from '../../../core/exchange/groups';
import { descriptionOfFormat } from '../../i18n/format-words';
import { FilterField } from '../../ui/Field';
import './FormatList.css';

interface FormatListProps {
  readonly formats: readonly FormatDescription[];
  readonly chosen: string;
  readonly onChange: (format: string) => void;
}

const found = ({ name, title }: FormatDescription, typed: string): boolean =>
  `${name} ${title} ${descriptionOfFormat(name)}`.toLowerCase().includes(typed.trim().toLowerCase());

/** The formats to choose from, by what they are for. */
export function FormatList({ formats, chosen, onChange }: FormatListProps) {
  const { t } = useTranslation(['exporting', 'formats']);
  const [typed, setTyped] = useState('');
  const sections = formatGroups
    .map((group) => ({
      group,
      formats: formats.filter((one) => groupOfFormat(one.name) === group && found(one, typed)),
    }))
    .filter((section) => section.formats.length > 0);
  return (
    <div className="format-list">
      <FilterField label={t('filterFormats')} value={typed} onChange={setTyped} />
      <ListBox
        className="format-list__box"
        aria-label={t('format')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [format] = keys === 'all' ? [] : keys;
          if (format !== undefined) onChange(String(format));
        }}
        renderEmptyState={() => <p className="format-list__none">{t('noFormat')}</p>}
      >
        {sections.map((section) => (
          <ListBoxSection key={section.group} id={section.group} className="format-list__section">
            <Header className="format-list__heading">{t(`formats:groups.${section.group}`)}</Header>
            <Collection items={section.formats.map((one) => ({ ...one, id: one.name }))}>
              {(one) => (
                <ListBoxItem id={one.name} className="format-list__item" textValue={one.title}>
                  {one.title}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  );
}
