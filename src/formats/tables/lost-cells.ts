import type { Lose } from '../../core/exchange/losses';
import type { Reason, Thing } from '../../core/exchange/things';
import type { TableName } from './columns';
import type { Cells } from './rows';

/** What is lost where a cell of a column cannot hold what belongs there; other columns repeat what stands elsewhere. */
function thingOf(
  table: TableName,
  column: string,
): { readonly thing: Thing; readonly part: string | null } | null {
  if (table === 'documents') {
    if (column === 'text') return { thing: 'text', part: null };
    if (column === 'document_name') return { thing: 'document-name', part: null };
    if (column === 'document_note') return { thing: 'document-note', part: null };
    if (column.startsWith('metadata.')) return { thing: 'metadata', part: column.slice('metadata.'.length) };
  }
  if (table !== 'annotations') return null;
  if (column.startsWith('attribute.')) return { thing: 'attribute', part: column.slice('attribute.'.length) };
  return column === 'note' ? { thing: 'note', part: null } : null;
}

/** Tells that a cell does not hold what belongs there. */
export function loseCell(reason: Reason, table: TableName, column: string, cells: Cells, lose: Lose): void {
  const lost = thingOf(table, column);
  const record = (table === 'documents' ? cells['document_id'] : cells['annotation_id']) ?? '';
  if (lost) lose({ ...lost, reason, record, document: cells['document_name'] ?? '' });
}
