import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../contract/engine-calls';
import { SelectField } from '../../ui/Choice';
import type { Review } from './review';

/** Encodings that are met in old corpora; the likeliest one of the files comes before them. */
const common = ['windows-1251', 'koi8-r', 'ibm866', 'windows-1252', 'iso-8859-1'] as const;
const leaveOut = '';

interface ClaimEncodingProps {
  readonly claims: Review['exchange'];
  readonly plan: ImportPlan;
  readonly onReread: (change: Partial<ImportPlan>) => void;
}

/** Asks for the encoding of files of other tools that do not tell it; nothing where all do. */
export function ClaimEncoding({ claims, plan, onReread }: ClaimEncodingProps) {
  const { t } = useTranslation('importing');
  const unknown = claims
    .flatMap(({ problems }) => problems)
    .flatMap(({ code, params }) => (code === 'encoding-unknown' ? [String(params['likely'])] : []));
  // Once it is chosen nothing is unknown any more, and another one may still be wanted.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const likely = asked.length > 0 ? asked : [...new Set(unknown)];
  if (likely.length === 0) return null;
  return (
    <SelectField
      label={t('encoding')}
      value={plan.encoding ?? leaveOut}
      options={[
        { value: leaveOut, label: t('leaveOut') },
        ...[...new Set([...likely, ...common])].map((encoding) => ({
          value: encoding,
          label: encoding.toUpperCase(),
        })),
      ]}
      onChange={(encoding) => {
        setAsked(likely);
        onReread({ encoding: encoding === leaveOut ? null : encoding });
      }}
    />
  );
}
