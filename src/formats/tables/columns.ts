/** What the tables are called, as their files are. */
export const tableNames = ['documents', 'annotations', 'mentions', 'arguments', 'statements'] as const;
export type TableName = (typeof tableNames)[number];

/** The columns that tell of a document in the tables of other things. */
const documentColumns = ['document_id', 'document_name', 'document_sha256'] as const;

export const annotationColumns = [
  'annotation_id',
  ...documentColumns,
  'type',
  'label',
  'kind',
  'starts',
  'ends',
  'quotes',
  'entry',
  'entry_name',
  'coder',
  'status',
  'note',
  'created_at',
  'modified_at',
] as const;

export const argumentColumns = [
  'annotation_id',
  ...documentColumns,
  'type',
  'label',
  'kind',
  'starts',
  'ends',
  'role',
  'role_name',
  'by',
  'filler_annotation',
  'filler_document',
  'filler_entry',
  'filler_start',
  'filler_end',
  'filler_label',
  'filler_quote',
  'role_origin',
] as const;

export const wholeDocumentColumns = [
  ...documentColumns,
  'document_status',
  'document_note',
  'metadata',
  'document_attributes',
  'segmentations',
  'document_origin',
  'text',
] as const;

/** Several offsets or quotes in one cell. */
export const joint = ' | ';
