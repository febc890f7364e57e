import type { FoundDate } from '../../core/dates/find';
import type { Anchor } from '../../core/dates/resolve';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import type { ValueCarrier } from './value-target';

/** What helps to say a date: the day that relative ones are counted from, and what the words near by say. */
export interface DateHelp {
  readonly anchor: Anchor | null;
  readonly near: readonly FoundDate[];
}

/** What every control for a value is given. */
export interface ValueControlProps {
  readonly label: string;
  readonly attribute: AttributeRecord;
  /** Undefined where there is none, or where several records differ. */
  readonly value: AttributeValue | undefined;
  /** What stands in the place of a value that is not there. */
  readonly placeholder: string;
  readonly records: readonly ValueCarrier[];
  readonly dates: DateHelp;
  readonly isReadOnly: boolean;
  /** Where a term that a vocabulary has not is only made with something else: what it is called, once that is known. */
  readonly newTerm?: { readonly name: string | null; readonly onName: (name: string) => void };
  /** Saves at once; null takes the value away. Answers whether it could be saved. */
  readonly onSave: (value: AttributeValue | null) => Promise<boolean>;
}
