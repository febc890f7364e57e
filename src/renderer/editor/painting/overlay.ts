import type { Interval } from '../../../core/intervals';
import type { TypeRecord } from '../../../core/model/codebook';
import type { Geometry } from '../document/geometry';
import type { Edge } from '../interface';
import type { LaidAnnotation } from './annotation-layer';
import { lanesUnderText } from './highlight-style';
import { css, line, type Theme } from './palette';

/** What the overlay shows: those annotations near the view that need it, and the selected one. */
export interface OverlayContent {
  readonly annotations: readonly LaidAnnotation[];
  readonly selected: LaidAnnotation | null;
  readonly theme: Theme;
  readonly typeName: (type: TypeRecord) => string;
}

/**
 * Draws over the text what a highlight cannot paint: the outline, the label and the edge handles of the selected
 * annotation, marks of no width, the sign of doubt, and the lanes that do not fit under the words.
 */
export interface Overlay {
  readonly handles: Readonly<Record<Edge, HTMLElement>>;
  readonly draw: (content: OverlayContent) => void;
}

/** A place in the overlay, in CSS pixels from its top left corner. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width?: number;
  readonly height?: number;
}

function make(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}

function put(target: HTMLElement, box: Box): void {
  for (const [side, value] of Object.entries(box)) target.style.setProperty(side, `${value}px`);
}

/** From the text to a label in its margin, in CSS pixels. */
const chipDistance = 14;

/** Between two marks that would stand on top of each other, in CSS pixels. */
const markDistance = 3;

export function makeOverlay(container: HTMLElement, geometry: Geometry): Overlay {
  const text = geometry.points.root;
  const handles = { start: make('postil-handle'), end: make('postil-handle') };
  handles.start.dataset['edge'] = 'start';
  handles.end.dataset['edge'] = 'end';
  const chip = make('postil-chip');
  const lasting = [handles.start, handles.end, chip];
  container.replaceChildren(...lasting);

  function boxOf(rect: DOMRect): Required<Box> {
    const origin = container.getBoundingClientRect();
    const { width, height } = rect;
    return { left: rect.left - origin.left, top: rect.top - origin.top, width, height };
  }

  /** Lanes beyond those under the words go up from the top of the letters. */
  function deepLane({ lane, type }: LaidAnnotation, span: Interval): HTMLElement[] {
    return geometry.rows(span).map((row) => {
      const { left, top, width } = boxOf(row);
      const mark = make(`postil-deep postil-${type.kind}`);
      put(mark, { left, top: top - markDistance * (lane - lanesUnderText), width });
      return mark;
    });
  }

  function point({ lane }: LaidAnnotation, { start }: Interval): HTMLElement {
    const { left, top, height } = boxOf(geometry.caret(start));
    const mark = make('postil-point');
    put(mark, { left: left + markDistance * lane, top, height });
    return mark;
  }

  function doubt({ fragments }: LaidAnnotation): HTMLElement[] {
    const row = geometry.rows(fragments.at(-1) ?? { start: 0, end: 0 }).at(-1);
    if (!row) return [];
    const { left, top, width } = boxOf(row);
    const mark = make('postil-doubt', '?');
    put(mark, { left: left + width, top });
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
    return fragments.flatMap(geometry.rows).map((row) => {
      const mark = make('postil-outline');
      put(mark, boxOf(row));
      return mark;
    });
  }

  /** The label stands in the margin beside the first row, where it hides nothing; without a margin, above the row. */
  function placeChip(name: string, first: Box): void {
    chip.textContent = name;
    const edge = boxOf(text.getBoundingClientRect()).left;
    const margin = edge + Number.parseFloat(getComputedStyle(text).paddingInlineStart) - chipDistance;
    const hasRoom = chip.offsetWidth + chipDistance < margin;
    chip.classList.toggle('postil-above', !hasRoom);
    put(chip, { left: hasRoom ? margin - chip.offsetWidth : first.left, top: first.top });
  }

  function placeHandles({ fragments }: LaidAnnotation): Box | null {
    const [first] = fragments;
    const last = fragments.at(-1);
    if (!first || !last) return null;
    const start = boxOf(geometry.rows(first)[0] ?? geometry.caret(first.start));
    const end = boxOf(geometry.rows(last).at(-1) ?? geometry.caret(last.end));
    put(handles.start, { left: start.left, top: start.top, height: start.height });
    put(handles.end, { left: end.left + end.width, top: end.top, height: end.height });
    return start;
  }

  function draw({ annotations, selected, theme, typeName }: OverlayContent): void {
    for (const part of lasting) part.hidden = !selected;
    const drawn: HTMLElement[] = [];
    const add = (annotation: LaidAnnotation, marks: readonly HTMLElement[]): void => {
      for (const mark of marks) mark.style.setProperty('--line', css(line(theme, annotation.type.hue)));
      drawn.push(...marks);
    };
    for (const annotation of annotations) add(annotation, marksOf(annotation));
    if (selected) {
      add(selected, outline(selected));
      const first = placeHandles(selected);
      if (first) placeChip(typeName(selected.type), first);
      for (const part of lasting) part.style.setProperty('--line', css(line(theme, selected.type.hue)));
    }
    container.replaceChildren(...drawn, ...lasting);
  }

  return { handles, draw };
}
