import { useTranslation } from 'react-i18next';
import type { FormatDescription } from '../../../contract/exchange';
import { descriptionOfFormat } from '../../i18n/format-words';
import { useLanguage } from '../../i18n/use-language';
import { isBrowser } from '../../stores/host';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Checkbox, SelectField } from '../../ui/Choice';
import { FormatOptions } from '../../ui/FormatOptions';
import type { Choice } from './choice';
import { FormatList } from './FormatList';
import { LossSummary } from './LossSummary';
import { SelectionChoice } from './SelectionChoice';
import './ChoicePanes.css';

interface ChoicePanesProps {
  readonly formats: readonly FormatDescription[];
  readonly format: FormatDescription;
  readonly choice: Choice;
  readonly look: Parameters<typeof LossSummary>[0]['look'];
  readonly onChange: (choice: Choice) => void;
}

/** The formats on one side; on the other, what may be chosen about the one and what of the project goes out. */
export function ChoicePanes({ formats, format, choice, look, onChange }: ChoicePanesProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const change = (part: Partial<Choice>): void => onChange({ ...choice, ...part });
  const description = descriptionOfFormat(format.name);
  const { target } = look.exporting ?? format.export ?? { target: 'file' };
  return (
    <div className="export-panes">
      <FormatList formats={formats} chosen={format.name} onChange={(name) => change({ format: name })} />
      <section className="export-panes__about" aria-label={format.title}>
        <div>
          <h3>{format.title}</h3>
          {description !== '' && <p className="remark">{description}</p>}
        </div>
        <LossSummary look={look} />
        <FormatOptions
          format={format.name}
          specs={format.export?.options ?? []}
          chosen={choice.options[format.name] ?? {}}
          onChange={(options) => change({ options: { ...choice.options, [format.name]: options } })}
        />
        {format.name === 'json' ? (
          <Checkbox
            label={t('withHistory')}
            isOn={choice.withHistory}
            onChange={(withHistory) => change({ withHistory })}
          />
        ) : (
          <NamesIn language={choice.language} onChange={(language) => change({ language })} />
        )}
        {target === 'folder' && <FolderChoice asZip={choice.asZip} onChange={(asZip) => change({ asZip })} />}
        <SelectionChoice choice={choice} onChange={onChange} />
      </section>
    </div>
  );
}

interface FolderChoiceProps {
  readonly asZip: boolean;
  readonly onChange: (asZip: boolean) => void;
}

/** What becomes of a format that makes a folder: a browser can only be handed one file. */
function FolderChoice({ asZip, onChange }: FolderChoiceProps) {
  const { t } = useTranslation('exporting');
  if (isBrowser()) return <p className="remark">{t('zipInBrowser')}</p>;
  return (
    <div>
      <Checkbox label={t('asZip')} isOn={asZip} onChange={onChange} />
      {!asZip && <p className="remark">{t('newFolder')}</p>}
    </div>
  );
}

interface NamesInProps {
  readonly language: string;
  readonly onChange: (language: string) => void;
}

/** The language in which types, roles and attributes are named, where there is a choice. */
function NamesIn({ language, onChange }: NamesInProps) {
  const { t } = useTranslation('exporting');
  const shown = useLanguage();
  const types = useWorkspace((state) => state.types, null);
  const tags = [...new Set([...(types?.values() ?? [])].flatMap(({ names }) => Object.keys(names)))];
  if (tags.length < 2) return null;
  const names = new Intl.DisplayNames([shown], { type: 'language', fallback: 'code' });
  return (
    <SelectField
      label={t('namesIn')}
      value={tags.includes(language) ? language : (tags[0] ?? language)}
      options={tags.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
      onChange={onChange}
    />
  );
}
