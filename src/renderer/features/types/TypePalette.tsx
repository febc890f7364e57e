import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Autocomplete, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TypeId } from '../../../core/ids';
import { kinds, type Kind, type TypeRecord } from '../../../core/model/codebook';
import { capsOf } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useIsMac } from '../../stores/host';
import { pointToType } from '../../stores/guideline';
import { focusText, useInterface } from '../../stores/interface';
import { useWorkspace, workspace } from '../../stores/workspace/workspace';
import { Caps } from '../../ui/Caps';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { creatable, createNamed } from './creating';
import { typeFilter } from './focus';
import { hasName, matching } from './matching';
import { applyType } from './tagging';
import './TypePalette.css';

const noTypes: ReadonlyMap<TypeId, TypeRecord> = new Map();

/** What the ids of the lines begin with that make a type. */
const newType = 'new ';

/** The types of the codebook, by kind: a click or a key tags the selected text. */
export function TypePalette() {
  const { t } = useTranslation(['types', 'common']);
  const language = useLanguage();
  const types = useWorkspace((state) => state.types, noTypes);
  const [text, setText] = useState('');
  const found = matching(types.values(), text, language);
  const groups = kinds
    .map((kind) => ({ kind, types: found.filter((type) => type.kind === kind) }))
    .filter((group) => group.types.length > 0);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const canCreate = text.trim() !== '' && !isReadOnly && !hasName(found, text, language);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className="types__tools">
        <FilterField
          label={t('filter')}
          value={text}
          onChange={setText}
          onLeave={focusText}
          inputRef={typeFilter}
          isCombobox
        />
      </div>
      <ListBox
        className="types"
        aria-label={t('title')}
        layout="grid"
        onAction={(id) => {
          if (String(id).startsWith(newType)) {
            setText('');
            void createNamed(text.trim(), String(id).slice(newType.length) as Kind).then(focusText);
            return;
          }
          const type = types.get(id as TypeId);
          if (!type) return;
          setText('');
          void applyType(type).then(focusText);
        }}
        renderEmptyState={() => <EmptyState title={t('noneFound')} />}
      >
        {groups.map((group) => (
          <TypeGroup key={group.kind} kind={group.kind} types={group.types} />
        ))}
        {canCreate && <NewTypes name={text.trim()} />}
      </ListBox>
    </Autocomplete>
  );
}

function TypeGroup({ kind, types }: { readonly kind: Kind; readonly types: readonly TypeRecord[] }) {
  const { t } = useTranslation('common');
  return (
    <ListBoxSection className="types__group">
      <Header className="types__kind">{t(`kinds.${kind}`)}</Header>
      {/* Not by a Collection of react-aria: it takes the key of a type, which two may share, for React’s. */}
      {types.map((type) => (
        <TypeItem key={type.id} type={type} />
      ))}
    </ListBoxSection>
  );
}

/** A line for each kind, to make a type of what was typed without leaving the text. Relations need more than words. */
function NewTypes({ name }: { readonly name: string }) {
  const { t } = useTranslation(['types', 'common']);
  return (
    <ListBoxSection className="types__group">
      <Header className="types__kind">{t('createNamed', { name })}</Header>
      {creatable.map((kind) => (
        <ListBoxItem
          key={kind}
          id={newType + kind}
          textValue={t('createAs', { name, kind: t(`common:kinds.${kind}`) })}
          aria-label={t('createAs', { name, kind: t(`common:kinds.${kind}`) })}
          className="types__type"
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          <span className="types__name">{t(`common:kinds.${kind}`)}</span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

function TypeItem({ type }: { readonly type: TypeRecord }) {
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const isCurrent = useInterface(
    ({ selected }) => selected !== null && workspace()?.open?.annotations.get(selected)?.type === type.id,
  );
  const name = nameIn(type.names, language);
  const guideline = nameIn(type.guidelines, language);
  return (
    <ListBoxItem id={type.id} textValue={name} className="types__type" data-current={isCurrent || undefined}>
      {({ isHovered, isFocused }) => (
        <>
          {(isHovered || isFocused) && <PointedTo type={type.id} />}
          <TypeSwatch type={type} />
          <span className="types__name" title={guideline === '' ? name : guideline}>
            {name}
          </span>
          {type.key !== null && <Caps caps={capsOf(type.key, isMac, labelOf)} />}
        </>
      )}
    </ListBoxItem>
  );
}

/** Says, for as long as it is there, that this type is pointed to. */
function PointedTo({ type }: { readonly type: TypeId }) {
  useEffect(() => {
    pointToType(type);
    return () => pointToType(null);
  }, [type]);
  return null;
}
