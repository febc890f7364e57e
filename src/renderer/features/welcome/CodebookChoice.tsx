import { useTranslation } from 'react-i18next';
import type { CodebookBeginning, CodebookGlance, CodebookSource } from '../../../contract/codebook-calls';
import type { Result } from '../../../core/result';
import { nameIn } from '../../i18n/format';
import { sentenceOf } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { fileName, pickCodebook, useReadyMade } from '../../stores/codebooks';
import { Button } from '../../ui/Button';
import { ExplainedChoice, SegmentedChoice } from '../../ui/Choice';

/** A file that is still to be named. */
const noFile: CodebookSource = { from: 'file', path: '' };

const valueOf = (source: CodebookSource): string =>
  source.from === 'ready-made' ? `ready-made.${source.name}` : source.from;

interface CodebookChoiceProps {
  readonly value: CodebookBeginning;
  readonly glance: Result<CodebookGlance> | null;
  readonly onChange: (beginning: CodebookBeginning) => void;
}

/** Chooses what a project begins with: a codebook that comes with Postil, none, or a file. */
export function CodebookChoice({ value, glance, onChange }: CodebookChoiceProps) {
  const { t } = useTranslation(['project', 'codebook']);
  const language = useLanguage();
  const books = useReadyMade();
  const sources: readonly CodebookSource[] = [
    ...books.map(({ name }) => ({ from: 'ready-made', name }) as const),
    { from: 'empty' },
    value.source.from === 'file' ? value.source : noFile,
  ];
  const options = [
    ...books.map(({ name, names, descriptions, sources: [cited], types }) => ({
      value: `ready-made.${name}`,
      label: nameIn(names, language),
      description: nameIn(descriptions, language),
      remark: [t('codebook:typeCount', { count: types }), cited].join(' · '),
    })),
    { value: 'empty', label: t('emptyCodebook'), description: t('emptyCodebookHint') },
    { value: 'file', label: t('codebookFile'), description: t('codebookFileHint') },
  ];
  const choose = (chosen: string): void => {
    const source = sources.find((one) => valueOf(one) === chosen);
    if (source) onChange({ ...value, source });
  };
  return (
    <>
      <ExplainedChoice
        label={t('codebook')}
        value={valueOf(value.source)}
        options={options}
        onChange={choose}
      />
      {value.source.from === 'file' && <FileOfCodebook value={value} glance={glance} onChange={onChange} />}
    </>
  );
}

/** Which file it is, and what was found in it. */
function FileOfCodebook({ value, glance, onChange }: CodebookChoiceProps) {
  const { t } = useTranslation(['project', 'codebook']);
  const pick = async (): Promise<void> => {
    const path = await pickCodebook();
    if (path !== null) onChange({ ...value, source: { from: 'file', path } });
  };
  const path = value.source.from === 'file' ? value.source.path : '';
  return (
    <div className="codebook-file">
      <div className="codebook-file__row">
        <Button onPress={() => void pick()}>{t('codebook:fromFile')}</Button>
        <span>{fileName(path)}</span>
      </div>
      {path !== '' && (
        <SegmentedChoice
          label={t('codebook:namesAreIn')}
          value={value.language}
          options={['en', 'ru'].map((one) => ({ value: one, label: one }))}
          onChange={(chosen) => onChange({ ...value, language: chosen })}
        />
      )}
      <div aria-live="polite">
        {glance?.ok === false && <p className="codebook-file__problem">{sentenceOf(glance.problem)}</p>}
        {glance?.ok && (
          <>
            <p>{t('codebook:typeCount', { count: glance.value.types })}</p>
            {glance.value.warnings.map((warning, index) => (
              <p key={index} className="remark">
                {sentenceOf(warning)}
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
