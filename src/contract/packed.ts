import type { Result } from '../core/result';

/** Shorter lists travel as they are. */
const fewest = 100;

/** Records that all have the same fields: those that are alike in all of them once, the others in rows. */
interface PackedList {
  readonly same: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
  /** A row for each record, with its values in the order of the fields. */
  readonly rows: readonly (readonly unknown[])[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPrimitive = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Packs a list; null where that is not worth it, or where its items differ in their fields. */
function packedList(value: unknown): PackedList | null {
  if (!Array.isArray(value) || value.length < fewest) return null;
  const items: readonly unknown[] = value;
  const [first] = items;
  if (!isFields(first)) return null;
  const names = Object.keys(first);
  const isAlike = (item: unknown): item is Fields =>
    isFields(item) &&
    Object.keys(item).length === names.length &&
    // What is undefined would come back as null from a row, and not at all from a record.
    names.every((name) => item[name] !== undefined);
  // A field of this name would become the prototype of what is unpacked.
  if (names.includes('__proto__') || !items.every(isAlike)) return null;
  const same = names.filter(
    (name) => isPrimitive(first[name]) && items.every((item) => item[name] === first[name]),
  );
  const fields = names.filter((name) => !same.includes(name));
  return {
    same: Object.fromEntries(same.map((name) => [name, first[name]])),
    fields,
    rows: items.map((item) => fields.map((name) => item[name])),
  };
}

const unpackedList = ({ same, fields, rows }: PackedList): readonly Fields[] =>
  rows.map((row) => {
    const record: Record<string, unknown> = { ...same };
    fields.forEach((name, index) => (record[name] = row[index]));
    return record;
  });

/**
 * The JSON text of a call's answer as it travels from the engine to a window. Long lists among the fields of its value,
 * such as a document's annotations, are packed: ten thousand records repeat the names of their fields, and more.
 */
export function answerText(result: Result<unknown>): string {
  if (!result.ok || !isFields(result.value)) return JSON.stringify(result);
  const lists = Object.entries(result.value).flatMap(([name, value]) => {
    const list = packedList(value);
    return list ? [[name, list] as const] : [];
  });
  if (lists.length === 0) return JSON.stringify(result);
  const { value } = result;
  return JSON.stringify({
    ok: true,
    value: { ...value, ...Object.fromEntries(lists) },
    packed: lists.map(([name]) => name),
  });
}

/** The answer whose text was made by `answerText`, parsed before. */
export function unpackedAnswer<Value>(answer: Result<Value>): Result<Value> {
  const { packed } = answer as { readonly packed?: readonly string[] };
  if (!answer.ok || !packed) return answer;
  const lists = answer.value as Readonly<Record<string, PackedList | undefined>>;
  const unpacked = packed.map((name) => [name, lists[name] && unpackedList(lists[name])] as const);
  return { ok: true, value: { ...answer.value, ...Object.fromEntries(unpacked) } };
}
