import { totalLength } from '../../../core/fragments';
import type { AnnotationId, TypeId } from '../../../core/ids';
import { inTextOrder, makeIntervalIndex, type Interval } from '../../../core/intervals';
import { makeLanes } from '../../../core/lanes';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { TypeRecord } from '../../../core/model/codebook';
import type { OffsetTable } from '../../../core/offsets';

type Annotations = ReadonlyMap<AnnotationId, AnnotationRecord>;
type Types = ReadonlyMap<TypeId, TypeRecord>;

/** An annotation as it lies in the text: its fragments in UTF-16, and the lane that tells it from its neighbours. */
export interface LaidAnnotation {
  readonly record: AnnotationRecord;
  readonly type: TypeRecord;
  readonly fragments: readonly Interval[];
  readonly lane: number;
}

/** The annotations of a document, laid over its text. Ranges are UTF-16. */
export interface AnnotationLayer {
  readonly get: (id: AnnotationId) => LaidAnnotation | null;
  /** Takes over what changed, and says which annotations have to be painted anew. */
  readonly update: (annotations: Annotations, types: Types) => ReadonlySet<AnnotationId>;
  /** What covers the range or touches it, the innermost (shortest) first. */
  readonly touching: (range: Interval) => AnnotationId[];
  /** What shares a character with the range, the innermost first. */
  readonly overlapping: (range: Interval) => AnnotationId[];
}

/** The annotations of one text in the units of the editor; empty until it is told of some. */
export function makeAnnotationLayer(offsets: OffsetTable): AnnotationLayer {
  const index = makeIntervalIndex<AnnotationId>();
  const lanes = makeLanes(index);
  let annotations: Annotations = new Map();
  let types: Types = new Map();

  function typeOf(record: AnnotationRecord): TypeRecord | null {
    const type = types.get(record.type);
    return type && type.kind !== 'relation' ? type : null;
  }

  function place(record: AnnotationRecord): void {
    const fragments = record.fragments.map(({ start, end }) => ({
      start: offsets.toUtf16(start),
      end: offsets.toUtf16(end),
    }));
    index.set(record.id, fragments);
  }

  function remove(id: AnnotationId): void {
    index.delete(id);
    lanes.release(id);
  }

  /** The annotations that are new, gone or different, and those whose type looks different now. */
  function differences(nextAnnotations: Annotations, nextTypes: Types): Set<AnnotationId> {
    const changed = new Set<AnnotationId>();
    for (const [id, record] of nextAnnotations) {
      const isSame = annotations.get(id) === record;
      if (!isSame || types.get(record.type) !== nextTypes.get(record.type)) changed.add(id);
    }
    for (const id of annotations.keys()) if (!nextAnnotations.has(id)) changed.add(id);
    return changed;
  }

  function innermostFirst(ids: AnnotationId[]): AnnotationId[] {
    const known = ids.map((id) => ({ id, fragments: index.intervals(id), lane: lanes.lane(id) }));
    known.sort((a, b) => totalLength(a.fragments) - totalLength(b.fragments) || b.lane - a.lane);
    return known.map(({ id }) => id);
  }

  return {
    get: (id) => {
      const record = annotations.get(id);
      const type = record && typeOf(record);
      if (!type) return null;
      const fragments = [...index.intervals(id)].sort(inTextOrder);
      return { record, type, fragments, lane: lanes.lane(id) };
    },
    update: (nextAnnotations, nextTypes) => {
      const isFirst = annotations.size === 0;
      const changed = differences(nextAnnotations, nextTypes);
      annotations = nextAnnotations;
      types = nextTypes;
      for (const id of changed) {
        const record = annotations.get(id);
        if (!record || !typeOf(record) || record.fragments.length === 0) remove(id);
        else place(record);
      }
      const present = [...changed].filter((id) => index.intervals(id).length > 0);
      if (isFirst) lanes.assignAll(present);
      else present.forEach(lanes.assign);
      return changed;
    },
    touching: (range) => innermostFirst(index.touching(range)),
    overlapping: (range) => innermostFirst(index.overlapping(range)),
  };
}
