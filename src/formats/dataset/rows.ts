import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../core/model/annotation';
import type { Origin } from '../../core/model/origin';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { AnnotationRow, DocumentRow, EntryRow, RoleRow } from './row';
import type { Words } from './words';

const originOf = (origin: Origin | null): string | null => origin && JSON.stringify(origin);

/** A document with everything in it as one row. The text, which is long, comes last. */
export function documentRowOf(
  { document, text, segmentations, annotations, links }: DocumentContents,
  contents: Contents,
  words: Words,
): DocumentRow {
  const rolesOf = new Map<string, RoleRow[]>();
  for (const link of links) {
    const roles = rolesOf.get(link.annotation) ?? [];
    roles.push(roleRowOf(link, document.id, contents, words));
    rolesOf.set(link.annotation, roles);
  }
  return {
    document_id: document.id,
    document_name: document.name,
    document_status: document.status,
    document_note: document.note,
    metadata: Object.entries(document.metadata).map(([key, value]) => ({ key, value })),
    attributes: words.values(document.attributes),
    segmentations: segmentations.map(({ unit, spans, origin }) => ({
      unit,
      starts: spans.map(([start]) => start),
      ends: spans.map(([, end]) => end),
      origin: originOf(origin),
    })),
    annotations: annotations.map((annotation) =>
      annotationRowOf(annotation, rolesOf.get(annotation.id) ?? [], words),
    ),
    origin: originOf(document.origin),
    text,
  };
}

const annotationRowOf = (annotation: AnnotationRecord, roles: RoleRow[], words: Words): AnnotationRow => ({
  id: annotation.id,
  type: annotation.type,
  ...words.typeOf(annotation.type),
  fragments: annotation.fragments.map(({ start, end, quote }) => ({ start, end, quote })),
  entry: annotation.entry,
  entry_name: words.entry(annotation.entry),
  attributes: words.values(annotation.attributes),
  roles,
  coder: words.coder(annotation.coder),
  status: annotation.status,
  note: annotation.note,
  created_at: annotation.createdAt,
  modified_at: annotation.modifiedAt,
  origin: originOf(annotation.origin),
});

/** Names another document only where what fills the role stands in one. */
function roleRowOf(
  { role, target, origin }: LinkRecord,
  document: string,
  contents: Contents,
  words: Words,
): RoleRow {
  const empty = { annotation: null, document: null, entry: null, start: null, end: null, quote: null };
  const row = { role, name: words.role(role), by: target.by, ...empty, origin: originOf(origin) };
  switch (target.by) {
    case 'annotation': {
      const filler = contents.annotation(target.annotation);
      const elsewhere = filler && filler.document !== document ? filler.document : null;
      return { ...row, annotation: target.annotation, document: elsewhere };
    }
    case 'entry':
      return { ...row, entry: target.entry };
    case 'span':
      return { ...row, ...target.span };
  }
}

/** The row of an entry of the registry. */
export const entryRowOf = (entry: EntryRecord, words: Words): EntryRow => ({
  entry_id: entry.id,
  kind: entry.kind,
  type: entry.type,
  name: entry.name,
  aliases: [...entry.aliases],
  identifiers: entry.identifiers.map(({ scheme, value }) => ({ scheme, value })),
  note: entry.note,
  date: entry.date,
  place: entry.place,
  attributes: words.values(entry.attributes),
  origin: originOf(entry.origin),
});

/** The registry in an order in which the place of an event comes before the event. */
export function* entriesInOrder(contents: Contents): Generator<EntryRecord> {
  const waiting = new Map<string, EntryRecord>();
  for (const entry of contents.entries()) waiting.set(entry.id, entry);
  for (const first of [...waiting.values()]) {
    const path: EntryRecord[] = [];
    let at: EntryRecord | undefined = first;
    while (at && waiting.delete(at.id)) {
      path.push(at);
      at = at.place === null ? undefined : waiting.get(at.place);
    }
    yield* path.reverse();
  }
}
