import type { AnnotationId, CoderId, DocumentId, EntryId, LinkId, RoleId } from '../../../core/ids';
import type { LinkRecord, LinkTarget } from '../../../core/model/annotation';
import { codePoint } from '../../../core/offsets';
import type { Reader } from '../file/connection';
import { makeTable, originFromColumn, originToColumn } from './table';

type TargetColumns = Readonly<{
  target_annotation: string | null;
  target_entry: string | null;
  target_start: number | null;
  target_end: number | null;
  target_quote: string | null;
}>;

type LinkRow = TargetColumns &
  Readonly<{ id: string; annotation: string; role: string; position: number; origin: string | null }>;

const noTarget: TargetColumns = {
  target_annotation: null,
  target_entry: null,
  target_start: null,
  target_end: null,
  target_quote: null,
};

function toColumns(target: LinkTarget): TargetColumns {
  switch (target.by) {
    case 'annotation':
      return { ...noTarget, target_annotation: target.annotation };
    case 'entry':
      return { ...noTarget, target_entry: target.entry };
    case 'span': {
      const { start, end, quote } = target.span;
      return { ...noTarget, target_start: start, target_end: end, target_quote: quote };
    }
  }
}

function fromColumns(row: TargetColumns): LinkTarget {
  if (row.target_annotation !== null)
    return { by: 'annotation', annotation: row.target_annotation as AnnotationId };
  if (row.target_entry !== null) return { by: 'entry', entry: row.target_entry as EntryId };
  // The table's rules leave no other case than a whole span.
  return {
    by: 'span',
    span: {
      start: codePoint(Number(row.target_start)),
      end: codePoint(Number(row.target_end)),
      quote: String(row.target_quote),
    },
  };
}

export const links = makeTable<LinkRecord, LinkRow>({
  name: 'link',
  columns: [
    'id',
    'annotation',
    'role',
    'position',
    'target_annotation',
    'target_entry',
    'target_start',
    'target_end',
    'target_quote',
    'origin',
  ],
  order: 'annotation, role, position, id',
  toRow: ({ id, annotation, role, position, target, origin }) => ({
    id,
    annotation,
    role,
    position,
    ...toColumns(target),
    origin: originToColumn(origin),
  }),
  fromRow: (row) => ({
    record: 'link',
    id: row.id as LinkId,
    annotation: row.annotation as AnnotationId,
    role: row.role as RoleId,
    position: row.position,
    target: fromColumns(row),
    origin: originFromColumn(row.origin),
  }),
});

/** The links that an annotation has and those that it fills. */
export function linksOfAnnotation(reader: Reader, annotation: AnnotationId): LinkRecord[] {
  return links.where(reader, 'annotation = @annotation OR target_annotation = @annotation', {
    annotation,
  });
}

/** The links that some annotations have, and those that they fill. */
export function linksAmong(reader: Reader, annotations: readonly AnnotationId[]): LinkRecord[] {
  const wanted = '(SELECT value FROM json_each(@annotations))';
  return links.where(reader, `annotation IN ${wanted} OR target_annotation IN ${wanted}`, {
    annotations: JSON.stringify(annotations),
  });
}

/** The links that the annotations of a document have and those that they fill. */
export function linksOfDocument(reader: Reader, document: DocumentId): LinkRecord[] {
  const inDocument = '(SELECT id FROM annotation WHERE document = @document)';
  return links.where(reader, `annotation IN ${inDocument} OR target_annotation IN ${inDocument}`, {
    document,
  });
}

/** The link by which a coder last filled one of some roles in a document. Ids rise with time. */
export function lastLinkOf(
  reader: Reader,
  document: DocumentId,
  coder: CoderId,
  of: readonly RoleId[],
): LinkRecord | undefined {
  return links.where(
    reader,
    `id = (
       SELECT max(link.id) FROM annotation CROSS JOIN link ON link.annotation = annotation.id
       WHERE annotation.document = @document AND annotation.coder = @coder
         AND link.role IN (SELECT value FROM json_each(@roles)))`,
    { document, coder, roles: JSON.stringify(of) },
  )[0];
}
