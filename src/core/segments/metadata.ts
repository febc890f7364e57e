import { resolveDate } from '../dates/resolve';
import { isEdtf, readEdtf, type EdtfRange } from '../rules/edtf';
import { numberIn } from '../words/number-in';

/** As what the values of a field are compared. */
export const measures = ['date', 'number'] as const;

export type Measure = (typeof measures)[number];

/** What is asked of a field of a document's metadata. */
export type MetadataTest =
  | { readonly by: 'value'; readonly value: string }
  /** A part of the value, in upper or lower case. */
  | { readonly by: 'part'; readonly part: string }
  /** From one date or number to another, both included; null for no bound. */
  | { readonly by: 'range'; readonly of: Measure; readonly from: string | null; readonly to: string | null }
  /** Whether it has a value at all. */
  | { readonly by: 'presence'; readonly has: 'any' | 'none' };

/** What can be asked without naming the one value. */
export type OpenTest = Exclude<MetadataTest, { readonly by: 'value' }>;

/** A field of the documents' metadata, with what is asked of it. */
export interface MetadataCondition {
  readonly field: string;
  readonly test: MetadataTest;
}

type Metadata = Readonly<Record<string, string>>;

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();

/**
 * What a text says as a date or a number, from the least to the most that it may mean: a month is all its days. Dates
 * are EDTF, or as pages and people write them («24.04.2024», «ноябрь 2023»). Null where it says none.
 */
export function measured(of: Measure, text: string): EdtfRange | null {
  const plain = text.trim();
  if (of === 'number') {
    const number = numberIn(plain);
    return number === null ? null : { earliest: number, latest: number };
  }
  const edtf = isEdtf(plain) ? plain : resolveDate(plain, null);
  return edtf === null ? null : readEdtf(edtf);
}

/** As what most of some values can be compared; dates, where they can as both: years are dates. Null for neither. */
export function measureOf(values: readonly string[]): Measure | null {
  const given = values.filter((value) => value.trim() !== '');
  const most = (of: Measure): boolean =>
    given.filter((value) => measured(of, value) !== null).length * 2 > given.length;
  return measures.find(most) ?? null;
}

/** Whether a value passes a test. A date that is not known to the day passes where it may lie between the bounds. */
export function passes(value: string, test: MetadataTest): boolean {
  switch (test.by) {
    case 'value':
      return value === test.value;
    case 'part':
      return folded(value).includes(folded(test.part));
    case 'presence':
      return (value.trim() === '') === (test.has === 'none');
    case 'range': {
      const range = measured(test.of, value);
      if (!range) return false;
      const from = test.from === null ? null : measured(test.of, test.from);
      const to = test.to === null ? null : measured(test.of, test.to);
      return range.latest >= (from?.earliest ?? -Infinity) && range.earliest <= (to?.latest ?? Infinity);
    }
  }
}

/** Whether metadata pass what is asked: of each field, one of the tests that there are of it. */
export const metadataFit = (metadata: Metadata, conditions: readonly MetadataCondition[]): boolean =>
  conditions.every(({ field }) =>
    conditions.some((one) => one.field === field && passes(metadata[field] ?? '', one.test)),
  );
