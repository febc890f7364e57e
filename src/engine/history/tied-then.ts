import { grouped } from '../../core/grouped';
import type { AnnotationId, ChangeNumber, CoderId } from '../../core/ids';
import { quoteOf, type AnnotationRecord, type LinkRecord } from '../../core/model/annotation';
import { recordKey, type AnyRecord, type RecordReference } from '../../core/model/records';
import type { Reader } from '../storage/file/connection';
import { recordFromImage } from '../storage/journal/images';
import { annotationsLastKnown, lastKnown } from './labels';

/** The links that a change removed, by what had them, and the annotations that they led to as those were last. */
interface RemovedLinks {
  readonly change: ChangeNumber;
  readonly of: ReadonlyMap<AnnotationId, readonly LinkRecord[]>;
  readonly ends: ReadonlyMap<AnnotationId, AnnotationRecord>;
}

/**
 * What deleted relations tied together when they went, in words. The links of a change are read once for all of its
 * relations: ask for those of one change after the other.
 */
export class TiedThen {
  readonly #reader: Reader;
  readonly #hidden: ReadonlySet<CoderId>;
  readonly #codebook = new Map<string, AnyRecord | undefined>();
  #removed: RemovedLinks | null = null;

  constructor(reader: Reader, hidden: ReadonlySet<CoderId>) {
    this.#reader = reader;
    this.#hidden = hidden;
  }

  /** The words of both ends of a relation that a change removed; nothing for any other record. */
  words(record: AnyRecord, change: ChangeNumber): string {
    if (record.record !== 'annotation' || record.fragments.length > 0) return '';
    if (this.#removed?.change !== change) this.#removed = this.#read(change);
    const { of, ends } = this.#removed;
    const type = this.#named({ record: 'type', id: record.type });
    const links = [...(of.get(record.id) ?? [])].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    return links
      .slice(0, 2)
      .map((link) => this.#wordsOf(link, ends))
      .join(type?.record === 'type' && type.symmetric ? ' ↔ ' : ' → ');
  }

  #read(change: ChangeNumber): RemovedLinks {
    const links = this.#reader
      .query<{ image: string }>(
        "SELECT before AS image FROM change_record WHERE change = ? AND record = 'link' AND after IS NULL",
      )
      .all(change)
      .map(({ image }) => recordFromImage(image))
      .filter((record) => record.record === 'link');
    const ends = links.flatMap(({ target }) => (target.by === 'annotation' ? [target.annotation] : []));
    return {
      change,
      of: grouped(links, ({ annotation }) => annotation),
      ends: annotationsLastKnown(this.#reader, [...new Set(ends)]),
    };
  }

  #wordsOf({ target }: LinkRecord, ends: RemovedLinks['ends']): string {
    const end = target.by === 'annotation' ? ends.get(target.annotation) : undefined;
    if (target.by === 'span') return target.span.quote;
    return end && !this.#hidden.has(end.coder) ? quoteOf(end) || '…' : '…';
  }

  #placeOf({ role }: LinkRecord): number {
    const known = this.#named({ record: 'role', id: role });
    return known?.record === 'role' ? known.position : Infinity;
  }

  #named(reference: RecordReference): AnyRecord | undefined {
    const key = recordKey(reference);
    if (!this.#codebook.has(key)) this.#codebook.set(key, lastKnown(this.#reader, reference));
    return this.#codebook.get(key);
  }
}
