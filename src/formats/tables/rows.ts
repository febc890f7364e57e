import type { AnnotationId, EntryId } from '../../core/ids';
import type { AnnotationRow, DocumentRow, RoleRow } from '../dataset/row';
import { annotationRow } from '../dataset/row';
import { documentRowOf } from '../dataset/rows';
import type { Words } from '../dataset/words';
import type { Contents, DocumentContents } from '../exchange/contents';
import { joint, type TableName } from './columns';

/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

const text = (value: string | number | null | undefined): string => String(value ?? '');
const prefixed = (prefix: string, pairs: readonly (readonly [string, string])[]): Cells =>
  Object.fromEntries(pairs.map(([name, value]) => [`${prefix}.${name}`, value]));

/** The columns that depend on a project: of its metadata, its attributes and the roles of statements. */
export function ownColumns(table: TableName, contents: Contents, words: Words): readonly string[] {
  const found = new Set<string>();
  for (const { document } of contents.documents())
    for (const key of Object.keys(document.metadata)) found.add(`metadata.${key}`);
  const { attributes, roles, types } = contents.codebook;
  const statements = new Set(types.filter(({ kind }) => kind === 'statement').map(({ id }) => id));
  if (table === 'documents' || table === 'arguments') return [...found];
  for (const { id, owner } of attributes)
    if (owner.of === 'type') found.add(`attribute.${words.attributeName(id)}`);
  if (table === 'statements')
    for (const { id, type } of roles) if (statements.has(type)) found.add(`role.${words.role(id)}`);
  return [...found, 'attributes', 'origin'];
}

/** The rows of one table that a document gives. */
export function* rowsOf(
  table: TableName,
  one: DocumentContents,
  contents: Contents,
  words: Words,
): Generator<Cells> {
  const row = documentRowOf(one, contents, words);
  const document: Cells = {
    document_id: row.document_id,
    document_name: text(row.document_name),
    document_sha256: one.document.sha256,
    ...prefixed(
      'metadata',
      row.metadata.map(({ key, value }) => [key, value]),
    ),
  };
  if (table === 'documents') yield { ...document, ...wholeDocument(row) };
  else
    for (const annotation of row.annotations as readonly AnnotationRow[]) {
      if (table === 'mentions' && annotation.kind !== 'entity') continue;
      if (table === 'statements' && annotation.kind !== 'statement') continue;
      const cells = { ...document, ...annotationCells(annotation) };
      if (table === 'arguments')
        for (const role of annotation.roles) yield { ...cells, ...argumentCells(role, contents, words) };
      else
        yield table === 'statements' ? { ...cells, ...roleCells(annotation.roles, contents, words) } : cells;
    }
}

const wholeDocument = (row: DocumentRow): Cells => ({
  document_status: text(row.document_status),
  document_note: text(row.document_note),
  metadata: JSON.stringify(row.metadata),
  document_attributes: JSON.stringify(row.attributes),
  segmentations: JSON.stringify(row.segmentations),
  document_origin: text(row.origin),
  text: row.text,
});

const annotationCells = (row: AnnotationRow): Cells => ({
  annotation_id: row.id,
  type: row.type,
  label: text(row.label),
  kind: row.kind,
  starts: row.fragments.map(({ start }) => start).join(joint),
  ends: row.fragments.map(({ end }) => end).join(joint),
  quotes: row.fragments.map(({ quote }) => text(quote)).join(joint),
  entry: text(row.entry),
  entry_name: text(row.entry_name),
  coder: text(row.coder),
  status: text(row.status),
  note: text(row.note),
  created_at: text(row.created_at),
  modified_at: text(row.modified_at),
  attributes: JSON.stringify(row.attributes),
  origin: text(row.origin),
  ...prefixed(
    'attribute',
    row.attributes.map(({ name, label }) => [name, text(label)]),
  ),
});

/** What fills a role, in words: what is quoted, or what the entry is called. */
function fillerOf(role: RoleRow, contents: Contents, words: Words): { label: string; quote: string } {
  if (role.by === 'entry')
    return { label: words.entry((role.entry ?? null) as EntryId | null) ?? '', quote: '' };
  const filler = role.annotation ? contents.annotation(role.annotation as AnnotationId) : undefined;
  if (!filler) return { label: '', quote: text(role.quote) };
  const quote = filler.fragments.map((fragment) => fragment.quote).join(joint);
  return { label: words.typeOf(filler.type).label, quote };
}

function argumentCells(role: RoleRow, contents: Contents, words: Words): Cells {
  const { label, quote } = fillerOf(role, contents, words);
  return {
    role: role.role,
    role_name: role.name,
    by: role.by,
    filler_annotation: text(role.annotation),
    filler_document: text(role.document),
    filler_entry: text(role.entry),
    filler_start: text(role.start),
    filler_end: text(role.end),
    filler_label: label,
    filler_quote: quote,
    role_origin: text(role.origin),
  };
}

function roleCells(roles: readonly RoleRow[], contents: Contents, words: Words): Cells {
  const cells: Record<string, string> = {};
  for (const role of roles) {
    const { label, quote } = fillerOf(role, contents, words);
    const column = `role.${role.name}`;
    const words_ = quote === '' ? label : quote;
    cells[column] = cells[column] === undefined ? words_ : cells[column] + joint + words_;
  }
  return cells;
}

/** An annotation out of a row of the table of annotations; what is unfit shows when it is read as a row of a data set. */
export const annotationOf = (cells: Cells, roles: readonly unknown[]): unknown => {
  const numbers = (cell: string | undefined): readonly number[] =>
    cell === undefined || cell === '' ? [] : cell.split('|').map((part) => Number(part.trim() || 'NaN'));
  const [starts, ends] = [numbers(cells['starts']), numbers(cells['ends'])];
  const quotes = quotesIn(cells['quotes'] ?? '', starts.length);
  return {
    ...Object.fromEntries(
      Object.keys(annotationRow.shape).flatMap((name) =>
        cells[name] === undefined ? [] : [[name, cells[name]]],
      ),
    ),
    id: cells['annotation_id'],
    fragments: starts.map((start, index) => ({ start, end: ends[index], quote: quotes[index] })),
    entry: cells['entry'] === '' ? null : cells['entry'],
    attributes: listIn(cells['attributes']),
    roles,
  };
};

/** The quotes of so many fragments; none where the cell does not tell which words are whose. */
function quotesIn(cell: string, fragments: number): readonly string[] {
  if (cell === '') return [];
  const quotes = fragments === 1 ? [cell] : cell.split(joint);
  return quotes.length === fragments ? quotes : [];
}

/** A role out of a row of the table of arguments. */
export const roleOf = (cells: Cells): unknown => {
  const number = (cell: string | undefined): number | null =>
    cell === undefined || cell === '' ? null : Number(cell);
  return {
    role: cells['role'],
    name: cells['role_name'],
    by: cells['by'],
    annotation: cells['filler_annotation'],
    document: cells['filler_document'] === '' ? null : cells['filler_document'],
    entry: cells['filler_entry'],
    start: number(cells['filler_start']),
    end: number(cells['filler_end']),
    origin: cells['role_origin'],
  };
};

/** A document out of a row of the table of documents. */
export const documentOf = (cells: Cells, annotations: readonly unknown[]): unknown => ({
  document_id: cells['document_id'],
  document_name: cells['document_name'],
  document_status: cells['document_status'] === '' ? null : cells['document_status'],
  document_note: cells['document_note'],
  metadata: metadataIn(cells),
  attributes: listIn(cells['document_attributes']),
  segmentations: listIn(cells['segmentations']),
  origin: cells['document_origin'],
  text: cells['text'],
  annotations,
});

/** Metadata stands in columns of its own; only the list tells a value that is empty from one that is not there. */
const metadataIn = (cells: Cells): readonly unknown[] => [
  ...listIn(cells['metadata']).filter((item) => (item as { readonly value?: unknown } | null)?.value === ''),
  ...Object.entries(cells)
    .filter(([name, value]) => name.startsWith('metadata.') && value !== '')
    .map(([name, value]) => ({ key: name.slice('metadata.'.length), value })),
];

/** A list that stands as JSON in a cell; none where the cell holds nothing of the kind. */
function listIn(cell: string | undefined): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(cell ?? '[]');
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  } catch {
    return [];
  }
}
