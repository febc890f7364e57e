import type { Lose } from '../../../core/exchange/losses';
import type { EntryRecord } from '../../../core/model/annotation';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import { isIdentifier } from '../../../core/rules/entry-rules';
import { bratValue } from '../../brat-conf/names';
import { ownNotes } from '../read/built';
import { asReference, postilScheme } from '../entries';
import { keptEntry, type KeptAttribute, type KeptNote, type KeptReference } from '../kept';
import type { Outgoing } from './outgoing';

/** A detail of an annotation that becomes a line, and how it stood there before. */
export interface Detail<Line, Kept> {
  readonly line: Line;
  readonly kept: Kept | undefined;
}

type Told = Parameters<Lose>[0]['reason'] | null;

/** The word behind an attribute; null for one that is there or not. Tells why a value cannot be one. */
function wordOf(
  attribute: AttributeRecord | undefined,
  value: AttributeValue,
): { readonly word: string | null } | { readonly told: NonNullable<Told> } {
  if (attribute?.domain.kind === 'yes-no') return value === true ? { word: null } : { told: 'value-shape' };
  if (attribute?.domain.kind !== 'one-of' || typeof value !== 'string') return { told: 'value-shape' };
  const { choices } = attribute.domain;
  const word = bratValue(value);
  const isClear = word !== '' && choices.filter((choice) => bratValue(choice.value) === word).length === 1;
  return isClear ? { word } : { told: 'spelling' };
}

/** An attribute as a line has it; its value is null where the line says no more than that it has it. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string | null;
}

/** The attributes that brat can hold. */
export function attributesOf(
  { annotation, kept }: Outgoing,
  find: (id: string) => { readonly name: string; readonly attribute: AttributeRecord | undefined },
  tell: (attribute: string, reason: NonNullable<Told>) => void,
): readonly Detail<WrittenAttribute, KeptAttribute>[] {
  return Object.entries(annotation.attributes).flatMap(([id, value]) => {
    const { name, attribute } = find(id);
    const found = wordOf(attribute, value);
    if ('told' in found) {
      tell(id, found.told);
      return [];
    }
    return [{ line: { name, value: found.word }, kept: kept?.attributes?.find((one) => one.name === name) }];
  });
}

export type WrittenReference = Pick<KeptReference, 'name' | 'scheme' | 'value' | 'title'>;

/** Text in one line: what any program takes for the end of a line becomes a blank. */
export const unbroken = (text: string): string => text.replace(/[\r\n\u0085\u2028\u2029]+/gu, ' ');

const isWritable = ({ scheme, value }: EntryRecord['identifiers'][number]): boolean =>
  /^[^\s:]+$/u.test(scheme) && /^\S+$/u.test(value);

/** The references to the entry of an annotation: as they came in where they still mean it, else to all its identifiers. */
export function referencesOf(
  { kept, kind }: Outgoing,
  entry: EntryRecord,
  tell: (reason: NonNullable<Told>) => void,
): readonly Detail<WrittenReference, KeptReference>[] {
  const identifiers = entry.identifiers.filter(isWritable);
  const own = { scheme: postilScheme, value: asReference(entry.id) };
  const wanted = identifiers.length > 0 ? identifiers : [own];
  const means = (reference: KeptReference): boolean =>
    !isIdentifier(reference) ||
    wanted.some(({ scheme, value }) => scheme === reference.scheme && value === reference.value);
  const called = keptEntry(entry.origin)?.name;
  const name = unbroken(entry.name).trim();
  if ((kind === 'entity') !== (entry.kind === 'entity')) tell('kind');
  const before = kept?.references ?? [];
  if (before.some(means)) {
    const isRenamed = called !== undefined && called !== entry.name;
    return before.map((reference) => ({
      line: { ...reference, title: isRenamed && means(reference) ? name : reference.title },
      kept: reference,
    }));
  }
  if (identifiers.length < entry.identifiers.length || name !== entry.name || name === '') tell('spelling');
  return wanted.map(({ scheme, value }) => ({
    line: { name: 'Reference', scheme, value, title: name },
    kept: undefined,
  }));
}

export type WrittenNote = Pick<KeptNote, 'type' | 'text'>;

/** The notes of an annotation: each line of its own note is one, those of programs are as they came in. */
export function notesOf({ annotation, kept }: Outgoing): readonly Detail<WrittenNote, KeptNote>[] {
  const before = kept?.notes ?? [];
  const own = before.filter(({ type }) => type === ownNotes);
  const wasEmpty = own.length === 1 && own[0]?.text === '';
  const texts = annotation.note === '' && !wasEmpty ? [] : annotation.note.split('\n');
  return [
    ...before
      .filter(({ type }) => type !== ownNotes)
      .map((note) => ({ line: { type: note.type, text: note.text }, kept: note })),
    ...texts.map((text, index) => ({ line: { type: ownNotes, text: unbroken(text) }, kept: own[index] })),
  ];
}
