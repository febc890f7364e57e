import type { EntryId, Timestamp, TypeId } from '../../core/ids';
import { codePoint, makeOffsetTable } from '../../core/offsets';
import { problem, type ProblemCode } from '../../core/problem';
import type {
  AnnotationDraft,
  AnnotationsOnto,
  DocumentDraft,
  LinkDraft,
  Parsed,
  TargetDraft,
} from '../exchange/drafts';
import { originOf } from './origin';
import { annotationRow, documentRow, entryRow, type AnnotationRow, type RoleRow } from './row';
import type { ReadBook } from './read-book';

/** Where a row stands, for warnings. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

const warning = (code: ProblemCode, facts: Readonly<Record<string, string | number>>): Parsed => ({
  kind: 'warning',
  problem: problem(code as 'format-value-unfit', facts as never),
});

/** What a value is at fault for, in the words of its schema. */
const detailOf = (error: {
  readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
}): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : '';
};

const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const timeOf = (cell: string | null | undefined): Timestamp | null =>
  cell && stamp.test(cell) ? (cell as Timestamp) : null;

/**
 * Reads a document's row with everything in it: first the warnings and what the codebook grew by, then the document.
 * `places` are those of its annotations, where they stand elsewhere.
 */
export function* readDocumentRow(
  row: unknown,
  { file, line }: RowPlace,
  book: ReadBook,
  places: readonly RowPlace[] = [],
): Generator<Parsed> {
  const place = { file, line };
  const parsed = documentRow.safeParse(row);
  if (!parsed.success) {
    yield warning('format-line-broken', { ...place, detail: detailOf(parsed.error) });
    return;
  }
  const { data } = parsed;
  const fields: string[] = [];
  const attributes = book.values(data.attributes, { of: 'document' }, (field) => fields.push(field));
  yield* unfit(fields, place, data.document_id);
  const annotations = yield* readAnnotations(data.annotations, data.text, book, place, places);
  const document: DocumentDraft = {
    key: data.document_id,
    name: data.document_name ?? '',
    text: data.text,
    metadata: Object.fromEntries(data.metadata.map(({ key, value }) => [key, value])),
    attributes,
    status: data.document_status ?? 'draft',
    note: data.document_note ?? '',
    segmentations: data.segmentations.map(({ unit, starts, ends, origin }) => ({
      unit,
      spans: starts.map((start, index) => [codePoint(start), codePoint(ends[index] ?? start)] as const),
      origin: originOf(origin),
    })),
    annotations,
    origin: originOf(data.origin),
  };
  yield* book.grown();
  yield { kind: 'document', document };
}

function* unfit(fields: readonly string[], place: RowPlace, id: string): Generator<Parsed> {
  for (const field of fields) yield warning('format-value-unfit', { ...place, id, field });
}

/** The sound ones of some annotations. `text` is null where it is not known. */
function* readAnnotations(
  items: readonly unknown[],
  text: string | null,
  book: ReadBook,
  ofAll: RowPlace,
  places: readonly RowPlace[],
): Generator<Parsed, readonly AnnotationDraft[]> {
  const offsets = text === null ? null : makeOffsetTable(text);
  /** Whether a fragment quotes other words than stand at its place. */
  const isOtherwise = ({ start, end, quote }: AnnotationRow['fragments'][number]): boolean =>
    typeof quote === 'string' &&
    offsets !== null &&
    text?.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end))) !== quote;
  const annotations: AnnotationDraft[] = [];
  for (const [index, item] of items.entries()) {
    const place = places[index] ?? ofAll;
    const one = annotationRow.safeParse(item);
    if (!one.success) {
      yield warning('format-line-broken', { ...place, detail: detailOf(one.error) });
      continue;
    }
    const { id, fragments } = one.data;
    const length = offsets?.codePoints ?? Infinity;
    const outside = fragments.find(({ start, end }) => start > end || end > length);
    if (outside) {
      const { start, end } = outside;
      yield warning('format-offsets-outside', { ...place, id, start, end, length: offsets?.codePoints ?? 0 });
      continue;
    }
    if (fragments.some(isOtherwise)) yield warning('format-quote-differs', { ...place, id });
    const refused: string[] = [];
    annotations.push(annotationOf(one.data, book, (field) => refused.push(field)));
    yield* unfit(refused, place, one.data.id);
  }
  return annotations;
}

/** Reads annotations whose document's text is known by its SHA-256 only. */
export function* readAnnotationsOnto(
  { key, name, sha256 }: Omit<AnnotationsOnto, 'annotations'>,
  items: readonly unknown[],
  { file, line }: RowPlace,
  book: ReadBook,
  places: readonly RowPlace[],
): Generator<Parsed> {
  const annotations = yield* readAnnotations(items, null, book, { file, line }, places);
  yield* book.grown();
  yield { kind: 'annotations', document: { key, name, sha256, annotations } };
}

function annotationOf(row: AnnotationRow, book: ReadBook, refuse: (field: string) => void): AnnotationDraft {
  const type = book.type(row.kind, row.type, row.label);
  return {
    id: row.id,
    type,
    fragments: row.fragments.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) })),
    attributes: book.values(row.attributes, { of: 'type', type }, refuse),
    entry: row.entry ? (row.entry as EntryId) : null,
    links: row.roles.flatMap((role) => linkOf(role, type, book, refuse)),
    coder: row.coder ?? null,
    status: row.status ?? 'draft',
    note: row.note ?? '',
    createdAt: timeOf(row.created_at),
    modifiedAt: timeOf(row.modified_at),
    origin: originOf(row.origin),
  };
}

function linkOf(
  row: RoleRow,
  type: TypeId,
  book: ReadBook,
  refuse: (field: string) => void,
): readonly LinkDraft[] {
  const target = targetOf(row);
  if (target) return [{ role: book.role(type, row.role, row.name), target, origin: originOf(row.origin) }];
  refuse(row.name || row.role);
  return [];
}

/** What fills a role; undefined where the row does not say it. */
function targetOf({ by, annotation, document, entry, start, end }: RoleRow): TargetDraft | undefined {
  switch (by) {
    case 'annotation':
      return annotation ? { by, annotation, document: document ?? null } : undefined;
    case 'entry':
      return entry ? { by, entry: entry as EntryId } : undefined;
    case 'span':
      return typeof start === 'number' && typeof end === 'number'
        ? { by, span: { start: codePoint(start), end: codePoint(end) } }
        : undefined;
  }
}

/** Reads the row of an entry of the registry. */
export function* readEntryRow(row: unknown, place: RowPlace, book: ReadBook): Generator<Parsed> {
  const parsed = entryRow.safeParse(row);
  if (!parsed.success) {
    yield warning('format-line-broken', { ...place, detail: detailOf(parsed.error) });
    return;
  }
  const { entry_id, type, note, date, place: where, attributes, origin, ...same } = parsed.data;
  const fields: string[] = [];
  const values = book.values(attributes, { of: 'entry' }, (field) => fields.push(field));
  for (const field of fields) yield warning('format-value-unfit', { ...place, id: entry_id, field });
  yield* book.grown();
  yield {
    kind: 'entry',
    entry: {
      record: 'entry',
      ...same,
      id: entry_id as EntryId,
      type: type ? book.declaredType(type) : null,
      note: note ?? '',
      date: date ?? null,
      place: where ? (where as EntryId) : null,
      attributes: values,
      origin: originOf(origin),
    },
  };
}
