import type { AnyRecord } from '../../../core/model/records';

/** What a record takes without its texts, as measured: objects within it are what takes room. */
const ofEach = 1500;
const ofSpan = 300;

/** About how many bytes of memory a record takes. */
export function weightOf(record: AnyRecord): number {
  switch (record.record) {
    case 'annotation': {
      let weight = ofEach + 2 * record.note.length + ofSpan * Object.keys(record.attributes).length;
      for (const { quote } of record.fragments) weight += ofSpan + 2 * quote.length;
      return weight;
    }
    case 'segmentation':
      return ofEach + ofSpan * record.spans.length;
    case 'document':
    case 'entry':
      return ofEach + 2 * record.note.length;
    case 'version':
      return JSON.stringify(record).length * 2;
    default:
      return ofEach;
  }
}
