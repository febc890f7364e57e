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
  /** What is near the view; nothing else is measured. UTF-16. */
  readonly window: Interval;
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
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

function make(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}

/** Places an element; the sides that a box does not have are the style sheet's. */
function put(target: HTMLElement, { left, top, width, height }: Box): void {
  const { style } = target;
  style.left = `${left}px`;
  style.top = `${top}px`;
  if (width !== undefined) style.width = `${width}px`;
  if (height !== undefined) style.height = `${height}px`;
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
  let window: Interval = { start: 0, end: 0 };
  container.replaceChildren(...lasting);

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
    const last = fragments.at(-1);
    if (!last || !isNear(last.end)) return [];
    const { left, top } = boxOf(geometry.caret(last.end, 'after'));
    const mark = make('postil-doubt', '?');
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
      const mark = make('postil-outline');
      put(mark, boxOf(row));
      return mark;
    });
  }

  /** The label stands in the margin beside the first row, where it hides nothing; without a margin, above the row. */
  function placeChip(name: string, start: Box): void {
    chip.textContent = name;
    const edge = boxOf(text.getBoundingClientRect()).left;
    const margin = edge + Number.parseFloat(getComputedStyle(text).paddingInlineStart) - chipDistance;
    const hasRoom = chip.offsetWidth + chipDistance < margin;
    chip.classList.toggle('postil-above', !hasRoom);
    put(chip, { left: hasRoom ? margin - chip.offsetWidth : start.left, top: start.top });
  }

  function placeAround({ fragments, type }: LaidAnnotation, typeName: OverlayContent['typeName']): void {
    const first = fragments[0]?.start ?? -1;
    const last = fragments.at(-1)?.end ?? -1;
    handles.start.hidden = chip.hidden = !isNear(first);
    handles.end.hidden = !isNear(last);
    if (isNear(first)) {
      const start = boxOf(geometry.caret(first));
      put(handles.start, start);
      placeChip(typeName(type), start);
    }
    if (isNear(last)) put(handles.end, boxOf(geometry.caret(last, 'after')));
  }

  function draw(content: OverlayContent): void {
    const { annotations, selected, theme, typeName } = content;
    ({ window } = content);
    const drawn: HTMLElement[] = [];
    const add = (annotation: LaidAnnotation, marks: readonly HTMLElement[]): void => {
      for (const mark of marks) mark.style.setProperty('--line', css(line(theme, annotation.type.hue)));
      drawn.push(...marks);
    };
    for (const annotation of annotations) add(annotation, marksOf(annotation));
    if (selected) {
      add(selected, outline(selected));
      placeAround(selected, typeName);
      for (const part of lasting) part.style.setProperty('--line', css(line(theme, selected.type.hue)));
    } else for (const part of lasting) part.hidden = true;
    container.replaceChildren(...drawn, ...lasting);
  }

  return { handles, draw };
}
