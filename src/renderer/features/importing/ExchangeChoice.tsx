import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../contract/engine-calls';
import { descriptionOfFormat } from '../../i18n/format-words';
import { useFormats } from '../../stores/formats';
import { useJobs } from '../../stores/jobs';
import { ExplainedChoice, SelectField } from '../../ui/Choice';
import { FormatOptions } from '../../ui/FormatOptions';
import { Progress } from '../../ui/Progress';
import { ClaimEncoding } from './ClaimEncoding';
import { ExchangeClaim } from './ExchangeClaim';
import type { Review } from './review';

interface ExchangeChoiceProps {
  readonly claims: Review['exchange'];
  /** Whether nobody has worked in the project yet. */
  readonly isNewProject: boolean;
  readonly plan: ImportPlan;
  readonly onChange: (change: Partial<ImportPlan>) => void;
  /** For what changes what is found: the files are looked at once more. */
  readonly onReread: (change: Partial<ImportPlan>) => void;
}

/** Stands for no format in particular: each file is recognised. */
const recognised = '';

/** Plain text, whatever it may look like, and a table with a document in each row, whatever it is called. */
const ownWays = ['text', 'table'] as const;

/** Files of other tools: what they hold, in which format they are read, and how they come into the project. */
export function ExchangeChoice({ claims, isNewProject, plan, onChange, onReread }: ExchangeChoiceProps) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const looking = useJobs(({ running }) => running.find(({ kind }) => kind === 'inspect'));
  const readable = formats.filter((format) => format.import !== null);
  const found = new Set(claims.map(({ format }) => format));
  const name = plan.format ?? (found.size === 1 ? [...found][0] : undefined);
  const format = readable.find((one) => one.name === name);
  const description = format && plan.format !== null ? descriptionOfFormat(format.name) : '';
  return (
    <section className="review__part" aria-label={t('otherTools')}>
      {claims.length > 0 && (
        <>
          <h3>{t('claims', { count: claims.length })}</h3>
          <ul className="review__claims">
            {claims.map((claim) => (
              <li key={`${claim.format} ${claim.path}`}>
                <ExchangeClaim claim={claim} />
              </li>
            ))}
          </ul>
        </>
      )}
      <SelectField
        label={t('readAs')}
        value={plan.format ?? recognised}
        options={[
          { value: recognised, label: t('recognised') },
          ...ownWays.map((way) => ({ value: way, label: t(`ownWays.${way}`) })),
          ...readable.map((one) => ({ value: one.name, label: one.title })),
        ]}
        onChange={(chosen) => onReread({ format: chosen === recognised ? null : chosen, options: {} })}
      />
      {description !== '' && <p className="remark">{description}</p>}
      {looking && <Progress label={t('lookingAgain')} fraction={null} />}
      {format?.import && (
        <FormatOptions
          format={format.name}
          specs={format.import.options}
          chosen={plan.options}
          onChange={(options) => onReread({ format: format.name, options })}
        />
      )}
      <ClaimEncoding claims={claims} plan={plan} onReread={onReread} />
      {claims.length > 0 && (
        <CodebookChoice claims={claims} isNewProject={isNewProject} plan={plan} onChange={onChange} />
      )}
      {claims.some(({ known }) => known > 0) && plan.codebook !== 'only' && (
        <KnownChoice claims={claims} plan={plan} onChange={onChange} />
      )}
    </section>
  );
}

type PartProps = Pick<ExchangeChoiceProps, 'claims' | 'plan' | 'onChange'>;

type CodebookChoiceProps = PartProps & Pick<ExchangeChoiceProps, 'isNewProject'>;

/** What becomes of the codebook, or whether it is all that is wanted. */
function CodebookChoice({ claims, isNewProject, plan, onChange }: CodebookChoiceProps) {
  const { t } = useTranslation('importing');
  if (claims.every(({ types }) => types === 0)) return null;
  // Only where nobody has worked yet can a codebook take the place of another.
  const ways = isNewProject ? (['instead', 'beside', 'only'] as const) : (['beside', 'only'] as const);
  return (
    <ExplainedChoice
      label={t('itsCodebook')}
      value={!isNewProject && plan.codebook === 'instead' ? 'beside' : plan.codebook}
      options={ways.map((value) => ({
        value,
        label: t(`codebooks.${value}`),
        description: t(`codebookHints.${value}`),
      }))}
      onChange={(codebook) => onChange({ codebook })}
    />
  );
}

/** What becomes of documents that the project has already. */
function KnownChoice({ claims, plan, onChange }: PartProps) {
  const { t } = useTranslation('importing');
  const count = claims.reduce((sum, { known }) => sum + known, 0);
  const ways = {
    skip: { duplicates: false, onto: false },
    again: { duplicates: true, onto: false },
    onto: { duplicates: false, onto: true },
  } as const;
  return (
    <ExplainedChoice
      label={t('known', { count })}
      value={plan.onto ? 'onto' : plan.duplicates ? 'again' : 'skip'}
      options={(['skip', 'again', 'onto'] as const).map((value) => ({
        value,
        label: t(`knownWays.${value}`),
        description: t(`knownHints.${value}`),
      }))}
      onChange={(way) => onChange(ways[way])}
    />
  );
}
