import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundDate } from '../../core/dates/find';
import { resolveDate, type Anchor } from '../../core/dates/resolve';
import type { AttributeValue } from '../../core/model/codebook';
import { isDatedWords } from '../../core/rules/attribute-domain';
import { isEdtf } from '../../core/rules/edtf';
import { Button } from '../ui/Button';
import { DraftField } from './TextValue';
import type { ValueControlProps } from './props';

const edtfOf = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : isDatedWords(value) ? value.edtf : typeof value === 'string' ? value : '';

/** What was typed as a value: EDTF as it is, words as what they say, with them; null where they say no date. */
function readTyped(typed: string, anchor: Anchor | null): AttributeValue | null {
  const text = typed.trim();
  if (isEdtf(text)) return text;
  const edtf = resolveDate(text, anchor);
  return edtf === null ? null : { edtf, words: text };
}

/** Any day. */
const someDay: Anchor = { year: 2000, month: 1, day: 1 };

/** Whether words say a date that can only be counted from a document's date, of which too little is known. */
const isRelative = (typed: string, anchor: Anchor | null): boolean =>
  (anchor?.day ?? null) === null && readTyped(typed, someDay) !== null;

/** A date: in EDTF, in words that are resolved against the document's date, or taken over from what the text says. */
export function DateValue({ label, value, placeholder, dates, isReadOnly, onSave }: ValueControlProps) {
  const { t } = useTranslation('values');
  const [typed, setTyped] = useState<string | null>(null);
  const words = value !== undefined && isDatedWords(value) ? value.words : null;
  const read = typed === null || typed.trim() === '' ? null : readTyped(typed, dates.anchor);
  return (
    <div className="attribute__date">
      <DraftField
        label={label}
        value={edtfOf(value)}
        placeholder={placeholder}
        isReadOnly={isReadOnly}
        faultOf={(text) => {
          if (text.trim() === '' || readTyped(text, dates.anchor) !== null) return null;
          return t(isRelative(text, dates.anchor) ? 'noDocumentDate' : 'noDate');
        }}
        onSave={(text) => onSave(text === '' ? null : readTyped(text, dates.anchor))}
        onType={setTyped}
      />
      {read !== null && isDatedWords(read) && (
        <span role="status" className="attribute__remark">
          {t('means', { edtf: read.edtf })}
        </span>
      )}
      {typed === null && words !== null && (
        <span className="attribute__remark">{t('asWritten', { words })}</span>
      )}
      {!isReadOnly && typed === null && value === undefined && (
        <Proposals
          near={dates.near}
          onAccept={(found) => void onSave({ edtf: found.edtf, words: found.words })}
        />
      )}
    </div>
  );
}

/** How many dates of the sentence are offered. */
const mostOffered = 3;

interface ProposalsProps {
  readonly near: readonly FoundDate[];
  readonly onAccept: (found: FoundDate) => void;
}

function Proposals({ near, onAccept }: ProposalsProps) {
  const { t } = useTranslation('values');
  return near.slice(0, mostOffered).map((found) => (
    <Button key={`${found.words} ${found.edtf}`} look="plain" onPress={() => onAccept(found)}>
      <CalendarCheck size={14} strokeWidth={1.75} aria-hidden />
      {t('propose', { words: found.words, edtf: found.edtf })}
    </Button>
  ));
}
