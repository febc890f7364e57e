import type { Interval } from '../../../core/intervals';
import type { TypeRecord } from '../../../core/model/codebook';
import type { Geometry } from '../document/geometry';
import { makeElement } from '../element';
import type { Edge } from '../interface';
import type { LaidAnnotation } from './annotation-layer';
import { lanesUnderText } from './highlight-style';
import { tieBetween, type Box } from './ties';
import { css, line, type Theme } from './palette';

/** What the overlay shows: those annotations near the view that need it, and the selected one. */
export interface OverlayContent {
  readonly annotations: readonly LaidAnnotation[];
  readonly selected: LaidAnnotation | null;
  readonly hovered: LaidAnnotation | null;
  /** What is near the view; nothing else is measured. UTF-16. */
  readonly window: Interval;
  readonly theme: Theme;
  readonly typeName: (type: TypeRecord) => string;
}

/**
 * Draws over the text what a highlight cannot paint: the outline, the label and the edge handles of the selected
 * annotation, the ties between the fragments of one, marks of no width, the sign of doubt, and the lanes that do
 * not fit under the words.
 */
export interface Overlay {
  readonly draw: (content: OverlayContent) => void;
  /** Where the label of the selected annotation is in the window, while it is shown. */
  readonly labelPlace: () => DOMRect | null;
}

/** Places an element; the sides that a box does not have are the style sheet's. */
function put(target: HTMLElement, { left, top, width, height }: Box): void {
  const { style } = target;
  style.left = `${left}px`;
  style.top = `${top}px`;
  if (width !== undefined) style.width = `${width}px`;
  if (height !== undefined) style.height = `${height}px`;
}

/** From the text to a label in its margin, in CSS pixels: where there is room for that, and at least. */
const chipDistance = 14;
const leastChipDistance = 4;

/** Between two marks that would stand on top of each other, in CSS pixels. */
const markDistance = 3;

/** Draws over a text what highlights cannot paint. What stood in the container goes. */
export function makeOverlay(container: HTMLElement, geometry: Geometry): Overlay {
  const text = geometry.points.root;
  const chip = makeElement('postil-chip');
  let window: Interval = { start: 0, end: 0 };
  container.replaceChildren(chip);

  /** The rows of a span near the view: it may be as long as the document. */
  function rowsOf({ start, end }: Interval): DOMRect[] {
    const near = { start: Math.max(start, window.start), end: Math.min(end, window.end) };
    return near.start < near.end ? geometry.rows(near) : [];
  }

  const isNear = (offset: number): boolean => window.start <= offset && offset <= window.end;

  /** A row as a box; a caret has no width, and what stands at one has its own. */
  function boxOf({ left, top, width, height }: DOMRect): Box {
    const origin = container.getBoundingClientRect();
    const place = { left: left - origin.left, top: top - origin.top, height };
    return width > 0 ? { ...place, width } : place;
  }

  /** Lanes beyond those under the words go up from the top of the letters. */
  function deepLane({ lane, type }: LaidAnnotation, span: Interval): HTMLElement[] {
    return rowsOf(span).map((row) => {
      const { left, top, width } = boxOf(row);
      const mark = makeElement(`postil-deep postil-${type.kind}`);
      put(mark, { left, top: top - markDistance * (lane - lanesUnderText), width });
      return mark;
    });
  }

  function point({ lane }: LaidAnnotation, { start }: Interval): HTMLElement {
    const { left, top, height } = boxOf(geometry.caret(start));
    const mark = makeElement('postil-point');
    put(mark, { left: left + markDistance * lane, top, height });
    return mark;
  }

  function doubt({ fragments }: LaidAnnotation): HTMLElement[] {
    const last = fragments.at(-1);
    if (!last || !isNear(last.end)) return [];
    const { left, top } = boxOf(geometry.caret(last.end, 'after'));
    const mark = makeElement('postil-doubt', '?');
    put(mark, { left, top });
    return [mark];
  }

  function marksOf(annotation: LaidAnnotation): HTMLElement[] {
    const isDeep = annotation.lane >= lanesUnderText;
    const marks = annotation.fragments.flatMap((span) => {
      if (span.start === span.end) return [point(annotation, span)];
      return isDeep ? deepLane(annotation, span) : [];
    });
    return annotation.record.status === 'doubtful' ? [...marks, ...doubt(annotation)] : marks;
  }

  function outline({ fragments }: LaidAnnotation): HTMLElement[] {
    return fragments.flatMap(rowsOf).map((row) => {
      const mark = makeElement('postil-outline');
      put(mark, boxOf(row));
      return mark;
    });
  }

  /** The label stands in the margin beside the first row, where it hides nothing; without a margin, above the row. */
  function placeChip(name: string, start: Box): void {
    chip.textContent = name;
    const edge = boxOf(text.getBoundingClientRect()).left;
    const margin = Number.parseFloat(getComputedStyle(text).paddingInlineStart);
    const width = chip.offsetWidth;
    const hasRoom = width + 2 * leastChipDistance <= margin;
    const beside = edge + Math.max(leastChipDistance, margin - chipDistance - width);
    chip.classList.toggle('postil-above', !hasRoom);
    put(chip, { left: hasRoom ? beside : start.left, top: start.top });
  }

  function handle(fragment: number, edge: Edge, offset: number): HTMLElement[] {
    if (!isNear(offset)) return [];
    const made = makeElement('postil-handle');
    made.dataset['edge'] = edge;
    made.dataset['fragment'] = String(fragment);
    put(made, boxOf(geometry.caret(offset, edge === 'start' ? 'before' : 'after')));
    return [made];
  }

  const handlesOf = ({ fragments }: LaidAnnotation): HTMLElement[] =>
    fragments.flatMap(({ start, end }, index) => [
      ...handle(index, 'start', start),
      ...handle(index, 'end', end),
    ]);

  /** Dotted lines from each fragment of an annotation to its next one; those far from the view are not measured. */
  function ties({ fragments }: LaidAnnotation): HTMLElement[] {
    return fragments.slice(1).flatMap((span, index) => {
      const end = fragments[index]?.end ?? -1;
      const from = isNear(end) ? boxOf(geometry.caret(end, 'after')) : null;
      const to = isNear(span.start) ? boxOf(geometry.caret(span.start)) : null;
      return tieBetween(from, to).map((box) => {
        const mark = makeElement('postil-tie');
        put(mark, box);
        return mark;
      });
    });
  }

  function placeLabel({ fragments, type }: LaidAnnotation, typeName: OverlayContent['typeName']): void {
    const first = fragments[0]?.start ?? -1;
    chip.hidden = !isNear(first);
    if (!chip.hidden) placeChip(typeName(type), boxOf(geometry.caret(first)));
  }

  function draw(content: OverlayContent): void {
    const { annotations, selected, hovered, theme, typeName } = content;
    ({ window } = content);
    const drawn: HTMLElement[] = [];
    const add = ({ type }: LaidAnnotation, marks: readonly HTMLElement[]): void => {
      for (const mark of marks) mark.style.setProperty('--line', css(line(theme, type.hue)));
      drawn.push(...marks);
    };
    for (const annotation of annotations) add(annotation, marksOf(annotation));
    if (hovered && hovered.record.id !== selected?.record.id) add(hovered, ties(hovered));
    if (selected) {
      add(selected, [...outline(selected), ...ties(selected), ...handlesOf(selected), chip]);
      placeLabel(selected, typeName);
    } else chip.hidden = true;
    container.replaceChildren(...drawn, ...(selected ? [] : [chip]));
  }

  return { draw, labelPlace: () => (chip.hidden ? null : chip.getBoundingClientRect()) };
}
