import type { Workbook } from '../thread/messages';
import { soundPackage } from '../zip/sound-package';

/** A date as a cell shows it: without a time where it is midnight. */
function dateIn(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function cellOf(value: unknown): string {
  if (value instanceof Date) return dateIn(value);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Reads all sheets of a workbook of Excel (Office Open XML). Throws a `Refusal` for one that means harm. */
export async function readWorkbook(packed: Uint8Array): Promise<Workbook> {
  const { bytes } = await soundPackage(packed);
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(bytes, { trim: false });
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellOf)) }));
}
