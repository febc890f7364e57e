import type { TFunction } from 'i18next';
import type { ChangeHeading, CountsByRecord, Label, Labels } from '../../../contract/history';
import type { Difference } from '../../../core/history/differences';
import { kinds, type AttributeRecord, type Localised } from '../../../core/model/codebook';
import { statuses } from '../../../core/model/document';
import type { Json } from '../../../core/model/origin';
import { recordNames, type RecordName } from '../../../core/model/records';
import { formatNumber, nameIn } from '../../i18n/format';
import type { Language } from '../../i18n/i18n';

/** What the words of the history are made with. */
export interface Telling {
  readonly t: TFunction<['history', 'changes', 'common', 'codebook']>;
  readonly language: Language;
  /** The attributes of the codebook as it is now, by their ids. */
  readonly attributes: ReadonlyMap<string, AttributeRecord>;
}

/** What a change was, in a few words: what was done, or that it was taken back or done again. */
export function titleOf({ name, cause }: ChangeHeading, { t }: Telling): string {
  const title = t(`changes:${name}`);
  if (cause === 'undo') return t('undone', { title });
  return cause === 'redo' ? t('redone', { title }) : title;
}

/** What a record is called, in the language of the interface. */
export const wordsOf = (label: Label | null, language: Language): string =>
  label === null ? '' : typeof label === 'string' ? label : nameIn(label, language);

/** How many records of which names were touched: `3 annotations · 2 links`. */
export function tellCounts(counts: CountsByRecord, { t, language }: Telling): string {
  return recordNames
    .flatMap((name) => {
      const { added = 0, updated = 0, removed = 0 } = counts[name] ?? {};
      const count = added + updated + removed;
      return count === 0 ? [] : [tellCount(name, count, { t, language })];
    })
    .join(' · ');
}

/** So many records of a name. */
export const tellCount = (
  name: RecordName,
  count: number,
  { t, language }: Pick<Telling, 't' | 'language'>,
): string => t(`counted.${name}`, { count, formatted: formatNumber(count, language) });

const fields = [
  'acrossDocuments',
  'acyclic',
  'annotation',
  'aliases',
  'coder',
  'date',
  'default',
  'document',
  'domain',
  'entry',
  'examples',
  'fillers',
  'fragments',
  'guidelines',
  'hue',
  'identifiers',
  'key',
  'kind',
  'max',
  'metadata',
  'min',
  'name',
  'names',
  'note',
  'owner',
  'parent',
  'place',
  'position',
  'required',
  'role',
  'status',
  'sticky',
  'symmetric',
  'target',
  'type',
  'version',
] as const;

/** Which field of a record differs, in words. */
export function fieldOf({ field, key }: Difference, labels: Labels, { t, language }: Telling): string {
  if (key !== null && field === 'attributes') return wordsOf(labels[key] ?? key, language);
  const known = fields.find((name) => name === field);
  const name = known ? t(`fields.${known}`) : field;
  return key === null ? name : t('fieldOfKey', { field: name, key });
}

/** What one side of a difference says: a choice by its name, where the attribute still has it. */
export const tellSide = (
  difference: Difference,
  side: 'before' | 'after',
  labels: Labels,
  telling: Telling,
): string => {
  const { field, key } = difference;
  return tellValue(difference[side], field === 'attributes' && key !== null ? key : field, labels, telling);
};

/** A value of a record, as words. `field` is what has it: a field, or the id of an attribute. */
function tellValue(value: Json, field: string, labels: Labels, telling: Telling): string {
  const { t, language } = telling;
  if (value === null) return t('nothing');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') return tellWord(value, field, labels, telling);
  if (isList(value)) return value.map((item) => tellValue(item, field, labels, telling)).join(' … ');
  return tellObject(value, field, labels, telling);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function tellWord(value: string, field: string, labels: Labels, telling: Telling): string {
  const { t, language, attributes } = telling;
  const label = labels[value];
  if (label !== undefined) return wordsOf(label, language);
  const status = statuses.find((known) => field === 'status' && known === value);
  if (status) return t(`common:status.${status}`);
  const kind = kinds.find((known) => field === 'kind' && known === value);
  if (kind) return t(`codebook:kindNames.${kind}`);
  const domain = attributes.get(field)?.domain;
  const choice =
    domain && 'choices' in domain ? domain.choices.find((one) => one.value === value) : undefined;
  return choice ? nameIn(choice.names, language) : value;
}

/** Spans by their words, dates by what was written, names in this language; anything else field by field. */
function tellObject(
  value: Readonly<Record<string, Json>>,
  field: string,
  labels: Labels,
  telling: Telling,
): string {
  const { quote, edtf, words, by } = value;
  if (typeof quote === 'string') return `«${quote}»`;
  if (typeof edtf === 'string' && typeof words === 'string') return `${edtf} («${words}»)`;
  if (typeof by === 'string') return tellValue(value[by] ?? null, field, labels, telling);
  if (field === 'names') return nameIn(value as Localised, telling.language);
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== false)
    .map(([name, inner]) => `${name}: ${tellValue(inner, name, labels, telling)}`)
    .join('; ');
}
