import type { AnnotationId } from '../ids';
import type { LinkRecord } from '../model/annotation';
import { codePoint, makeOffsetTable, utf16, type CodePointOffset } from '../offsets';
import type { RolesOfWhole, WholeDocument } from './whole';

/** A stretch that a cut may touch at its ends, but not go through. In code points, half-open. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a document can be cut, and on which side of a cut each annotation lies. */
export interface CutTable {
  /** How many annotations, links and imported tokens or sentences lie on both sides of a place. */
  crossing(at: CodePointOffset): number;
  /** The nearest place to another where nothing crosses: the beginning of a line, else any; null where there is none. */
  nearestFree(at: CodePointOffset): CodePointOffset | null;
  /** Whether an annotation belongs to what follows a place that nothing crosses. */
  isBehind(annotation: AnnotationId, at: CodePointOffset): boolean;
}

const union = (a: Stretch | undefined, b: Stretch): Stretch =>
  a ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : b;

/** Whether what a link ties together may come to lie in two documents. */
const mayPart = ({ role, target }: LinkRecord, { across }: RolesOfWhole): boolean =>
  target.by === 'annotation' && across.has(role);

/**
 * The whole width of each annotation; those without fragments (relations) have that of what they tie together, without
 * an end that may lie in another document.
 */
function widthsOf({ annotations, links, roles }: WholeDocument): ReadonlyMap<AnnotationId, Stretch> {
  const widths = new Map<AnnotationId, Stretch>();
  for (const { id, fragments } of annotations)
    for (const fragment of fragments) widths.set(id, union(widths.get(id), fragment));
  const tied = new Set(annotations.filter(({ fragments }) => fragments.length === 0).map(({ id }) => id));
  const holding = links.filter((link) => roles.sources.has(link.role) || !mayPart(link, roles));
  // A relation may tie relations together, so that one step of widening brings the next.
  for (let grows = tied.size > 0; grows;) {
    grows = false;
    for (const link of holding) grows = widenByLink(link, tied, widths) || grows;
  }
  return widths;
}

/** Widens those ends of a link that have no place of their own by the other end. Answers whether one grew. */
function widenByLink(
  link: LinkRecord,
  tied: ReadonlySet<AnnotationId>,
  widths: Map<AnnotationId, Stretch>,
): boolean {
  const widen = (id: AnnotationId, by: Stretch | undefined): boolean => {
    const before = widths.get(id);
    if (!by || !tied.has(id) || (before && before.start <= by.start && before.end >= by.end)) return false;
    widths.set(id, union(before, by));
    return true;
  };
  const { annotation, target } = link;
  const grew = widen(annotation, widthOfTarget(link, widths));
  return (target.by === 'annotation' && widen(target.annotation, widths.get(annotation))) || grew;
}

function widthOfTarget(
  { target }: LinkRecord,
  widths: ReadonlyMap<AnnotationId, Stretch>,
): Stretch | undefined {
  if (target.by === 'span') return target.span;
  return target.by === 'annotation' ? widths.get(target.annotation) : undefined;
}

/**
 * Everything that a cut must not go through: annotations from their first character to their last, pairs of linked
 * annotations whose role does not reach across documents, annotations with the bare spans that fill their roles, and
 * imported tokens and sentences.
 */
function stretchesOf(whole: WholeDocument, widths: ReadonlyMap<AnnotationId, Stretch>): Stretch[] {
  const linked = whole.links.flatMap((link) => {
    if (mayPart(link, whole.roles)) return [];
    const [from, to] = [widths.get(link.annotation), widthOfTarget(link, widths)];
    return from && to ? [union(from, to)] : [];
  });
  const segments = whole.segmentations.flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));
  return [...widths.values(), ...linked, ...segments].filter(({ start, end }) => end - start > 1);
}

/** Stretches that overlap as one, ascending: a place between two of them is free. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && stretch.start < last.end) found[found.length - 1] = union(last, stretch);
    else found.push(stretch);
  }
  return found;
}

const lineStart = /(?<=\r\n|[\n\u2028\u2029]|\r(?!\n))(?=[^\r\n\u2028\u2029])/gu;

/** Beginnings of lines that are not empty, in code points, without that of the text. */
function lineStarts(text: string): number[] {
  const offsets = makeOffsetTable(text);
  return [...text.matchAll(lineStart)].map(({ index }) => offsets.toCodePoint(utf16(index)));
}

/** Looks up where a document can be cut. */
export function makeCutTable(whole: WholeDocument): CutTable {
  const widths = widthsOf(whole);
  const stretches = stretchesOf(whole, widths);
  const kept = merged(stretches);
  const { length } = whole.document;

  function nearestAmong(places: readonly number[], at: number): number | undefined {
    return freeAmong(places, kept)
      .filter((place) => place > 0 && place < length)
      .sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b)[0];
  }

  return {
    crossing: (at) => stretches.filter(({ start, end }) => start < at && at < end).length,
    nearestFree: (at) => {
      const edges = kept.flatMap(({ start, end }) => [start, end]);
      const found = nearestAmong(lineStarts(whole.text), at) ?? nearestAmong([at, ...edges], at);
      return found === undefined ? null : codePoint(found);
    },
    isBehind: (annotation, at) => (widths.get(annotation)?.start ?? 0) >= at,
  };
}

/** The places that lie in none of the stretches, ascending. */
function freeAmong(places: readonly number[], kept: readonly Stretch[]): number[] {
  let index = 0;
  return [...places]
    .sort((a, b) => a - b)
    .filter((place) => {
      while ((kept[index]?.end ?? Infinity) <= place) index += 1;
      return (kept[index]?.start ?? Infinity) >= place;
    });
}
