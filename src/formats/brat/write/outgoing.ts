import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Kind } from '../../../core/model/codebook';
import { keptAnnotation, type KeptAnnotation } from '../kept';
import type { LineIds } from './ids';
import type { Names } from '../names';

/** A line on its way out: behind which others it stood when it came in, and how it is written. */
export interface OutLine {
  /** Infinity for new lines, which come last. */
  readonly at: number;
  readonly written: string;
}

/** An annotation on its way out. */
export interface Outgoing {
  readonly annotation: AnnotationRecord;
  readonly kind: Kind;
  readonly kept: KeptAnnotation | null;
  /** By which other lines call it. */
  readonly id: string;
  /** Of events: the text-bound line that marks their words; it may serve several. */
  readonly trigger: { readonly id: string; readonly isShared: boolean } | null;
}

const letterOf: Readonly<Record<Kind, string>> = { entity: 'T', event: 'E', statement: 'E', relation: 'R' };

/** What tells triggers apart: where they stand, and their type, which may be another than that of the event. */
const placeOf = ({ fragments }: AnnotationRecord, type: string): string =>
  JSON.stringify([type, fragments.map(({ start, end }) => [start, end])]);

/** Gives annotations their ids: those that they came with first, so that no new one takes such an id. */
export function outgoing(
  annotations: readonly AnnotationRecord[],
  { kindOf, of: nameOf }: Names,
  hasLinks: (annotation: AnnotationRecord) => boolean,
  ids: LineIds,
): readonly Outgoing[] {
  const triggers = new Map<string, string>();
  const begun = annotations.map((annotation) => {
    const kind = kindOf(annotation.type) ?? 'entity';
    const kept = keptAnnotation(annotation.origin);
    const wanted = kept?.again === true ? null : kept && annotation.origin?.id;
    const isEvent = kind === 'event' || kind === 'statement';
    const isAlone = isEvent && kept?.alone === true && !hasLinks(annotation);
    const id = ids.keep(wanted, isAlone ? 'T' : letterOf[kind]);
    return { annotation, kind, kept, isEvent, isAlone, id };
  });
  const keepTrigger = (annotation: AnnotationRecord, kept: KeptAnnotation | null): Outgoing['trigger'] => {
    const wanted =
      kept?.trigger?.id ?? (kept?.alone === true ? (annotation.origin?.id ?? undefined) : undefined);
    if (wanted === undefined) return null;
    const place = placeOf(annotation, kept?.trigger?.type ?? nameOf(annotation.type));
    if (triggers.get(wanted) === place) return { id: wanted, isShared: true };
    const id = ids.keep(wanted, 'T');
    if (id === null) return null;
    triggers.set(id, place);
    return { id, isShared: false };
  };
  const withTriggers = begun.map((one) => ({
    ...one,
    trigger: one.isEvent && !one.isAlone ? keepTrigger(one.annotation, one.kept) : null,
  }));
  return withTriggers.map(({ annotation, kind, kept, isEvent, isAlone, id, trigger }) => {
    const own = id ?? ids.make(isAlone ? 'T' : letterOf[kind]);
    const needsTrigger = isEvent && !isAlone;
    return {
      annotation,
      kind,
      kept,
      id: own,
      trigger: needsTrigger ? (trigger ?? { id: ids.make('T'), isShared: false }) : null,
    };
  });
}
