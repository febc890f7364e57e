import { useTranslation } from 'react-i18next';
import { eachAsGuessed } from '../../../contract/engine-calls';
import { SelectField } from '../../ui/Choice';
import { sampleIn, samplesOf, type Review } from './review';

const mostSamples = 5;
const leaveOut = '';

interface EncodingChoiceProps {
  readonly files: Review['uncertain'];
  readonly encodings: readonly string[];
  readonly chosen: string | null;
  readonly onChange: (encoding: string | null) => void;
}

/** Confirms the encoding of texts that do not tell it, with the beginnings of some before one's eyes. */
export function EncodingChoice({ files, encodings, chosen, onChange }: EncodingChoiceProps) {
  const { t } = useTranslation('importing');
  const title = t('uncertain', { count: files.length });
  const unlike =
    chosen === null || chosen === eachAsGuessed
      ? 0
      : files.filter(({ guess }) => guess.encoding !== chosen).length;
  return (
    <section className="review__part" aria-label={title}>
      <h3>{title}</h3>
      <p className="remark">{t('uncertainHint')}</p>
      <SelectField
        label={t('encoding')}
        value={chosen ?? leaveOut}
        options={[
          ...encodings.map((encoding) => ({
            value: encoding,
            label: encoding === eachAsGuessed ? t('eachAsGuessed') : encoding.toUpperCase(),
          })),
          { value: leaveOut, label: t('leaveOut') },
        ]}
        onChange={(encoding) => onChange(encoding === leaveOut ? null : encoding)}
      />
      {unlike > 0 && <p className="remark">{t('unlike', { count: unlike })}</p>}
      {chosen !== null && (
        <ul className="review__samples">
          {samplesOf(files, mostSamples).map((file) => (
            <li key={file.path}>
              <span className="file-notes__name">
                {chosen === eachAsGuessed
                  ? t('nameAndEncoding', { name: file.name, encoding: file.guess.encoding.toUpperCase() })
                  : file.name}
              </span>
              <Sample text={sampleIn(file, chosen)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Sample({ text }: { readonly text: string | null }) {
  const { t } = useTranslation('importing');
  if (text === null) return <span className="review__unreadable">{t('unreadable')}</span>;
  return <span className="review__sample">{text}</span>;
}
