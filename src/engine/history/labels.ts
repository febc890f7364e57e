import type { Label } from '../../contract/history';
import type { Difference } from '../../core/history/differences';
import type { AnnotationId, CoderId } from '../../core/ids';
import { labelOf } from '../../core/history/labels';
import { referencesIn } from '../../core/history/references';
import { annotationsAt, type AnnotationRecord } from '../../core/model/annotation';
import { recordKey, type AnyRecord, type RecordName, type RecordReference } from '../../core/model/records';
import { storedAs } from '../storage/records/apply-row';
import { annotationsAmong } from '../storage/records/annotations';
import type { Reader } from '../storage/file/connection';
import { recordFromImage } from '../storage/journal/images';

/** A record as it is, or as it was last while it was there. */
export function lastKnown(reader: Reader, { record, id }: RecordReference): AnyRecord | undefined {
  const there = storedAs(reader, { record, id });
  if (there) return there;
  const row = reader
    .query<{ image: string }>(
      `SELECT coalesce(before, after) AS image FROM change_record WHERE id = ? AND record = ?
       ORDER BY change DESC, position DESC LIMIT 1`,
    )
    .first(id, record);
  return row && recordFromImage(row.image);
}

/** Annotations as they are, or as they were last while they were there; what never was is left out. */
export function annotationsLastKnown(
  reader: Reader,
  ids: readonly AnnotationId[],
): ReadonlyMap<AnnotationId, AnnotationRecord> {
  const known = new Map(annotationsAmong(reader, ids).map((annotation) => [annotation.id, annotation]));
  const images = reader
    .query<{ image: string }>(
      `SELECT before AS image, max(change) FROM change_record
       WHERE record = 'annotation' AND after IS NULL AND id IN (SELECT value FROM json_each(?)) GROUP BY id`,
    )
    .all(JSON.stringify(ids.filter((id) => !known.has(id))));
  for (const { image } of images) {
    const annotation = recordFromImage(image);
    if (annotation.record === 'annotation') known.set(annotation.id, annotation);
  }
  return known;
}

/** What people know a record by: a link has no name but that of what it leads to. */
export function labelFor(reader: Reader, record: AnyRecord): Label | null {
  if (record.record !== 'link') return labelOf(record);
  const { target } = record;
  if (target.by === 'span') return target.span.quote;
  const end =
    target.by === 'annotation'
      ? lastKnown(reader, { record: 'annotation', id: target.annotation })
      : lastKnown(reader, { record: 'entry', id: target.entry });
  return end ? labelOf(end) : null;
}

/** Whether a record is an annotation of a coder who is hidden, or a link that such an annotation has or is led to by. */
export function isConcealed(reader: Reader, record: AnyRecord, hidden: ReadonlySet<CoderId>): boolean {
  if (hidden.size === 0) return false;
  if (record.record === 'annotation') return hidden.has(record.coder);
  if (record.record !== 'link') return false;
  return annotationsAt(record).some((id) => {
    const end = lastKnown(reader, { record: 'annotation', id });
    return end !== undefined && isConcealed(reader, end, hidden);
  });
}

/** Collects what the ids in differences are called, each looked up once; what is concealed stays without a name. */
export class LabelBook {
  readonly #reader: Reader;
  readonly #hidden: ReadonlySet<CoderId>;
  readonly #labels = new Map<string, Label>();
  readonly #seen = new Set<string>();

  constructor(reader: Reader, hidden: ReadonlySet<CoderId>) {
    this.#reader = reader;
    this.#hidden = hidden;
  }

  learn(record: RecordName, differences: readonly Difference[]): void {
    for (const reference of differences.flatMap((difference) => referencesIn(record, difference)))
      this.#look(reference);
  }

  get labels(): Readonly<Record<string, Label>> {
    return Object.fromEntries(this.#labels);
  }

  #look(reference: RecordReference): void {
    const key = recordKey(reference);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const found = lastKnown(this.#reader, reference);
    if (!found || isConcealed(this.#reader, found, this.#hidden)) return;
    const label = labelFor(this.#reader, found);
    if (label) this.#labels.set(reference.id, label);
  }
}
