import { quoteOf } from '../model/annotation';
import type { Localised } from '../model/codebook';
import type { AnyRecord } from '../model/records';

/** What a record is called by itself: words, or names by language. Null where it has neither. */
export function labelOf(record: AnyRecord): string | Localised | null {
  switch (record.record) {
    case 'annotation':
      return quoteOf(record) || null;
    case 'link':
      return record.target.by === 'span' ? record.target.span.quote : null;
    case 'type':
    case 'role':
    case 'attribute':
      return record.names;
    case 'version':
      return String(record.number);
    case 'coder':
    case 'term':
    case 'entry':
    case 'document':
      return record.name;
    case 'segmentation':
      return null;
  }
}
