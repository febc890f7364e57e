import type { Interval } from '../../../core/intervals';
import type { TypeRecord } from '../../../core/model/codebook';
import type { Geometry } from '../document/geometry';
import type { Edge } from '../interface';
import type { LaidAnnotation } from './annotation-layer';
import { lanesUnderText } from './highlight-style';
import { css, line, type Theme } from './palette';

/** What the overlay shows: the annotations near the view, and the selected one. */
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
  /** Listen for presses here; a handle says in `data-edge` which edge it moves. */
  readonly handles: Readonly<Record<Edge, HTMLElement>>;
  readonly draw: (content: OverlayContent) => void;
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}

function put(target: HTMLElement, box: { left: number; top: number; width?: number; height?: number }): void {
  for (const [side, value] of Object.entries(box)) target.style.setProperty(side, `${value}px`);
}

export function makeOverlay(container: HTMLElement, geometry: Geometry): Overlay {
  const handles = { start: element('postil-handle'), end: element('postil-handle') };
  handles.start.dataset['edge'] = 'start';
  handles.end.dataset['edge'] = 'end';
  const chip = element('postil-chip');
  const lasting = [handles.start, handles.end, chip];
  container.replaceChildren(...lasting);

  function draw({ annotations, selected, theme, typeName }: OverlayContent): void {
    for (const part of lasting) part.hidden = !selected;
    // Measuring makes the browser lay the page out, which most changes can do without.
    if (annotations.length === 0 && !selected) {
      container.replaceChildren(...lasting);
      return;
    }
    const origin = container.getBoundingClientRect();
    const drawn: HTMLElement[] = [];
    const at = (rect: DOMRect): { left: number; top: number; width: number; height: number } => ({
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      width: rect.width,
      height: rect.height,
    });
    const colourOf = ({ type }: LaidAnnotation): string => css(line(theme, type.hue));

    function add(
      className: string,
      annotation: LaidAnnotation,
      box: Parameters<typeof put>[1],
      text = '',
    ): void {
      const made = element(className, text);
      put(made, box);
      made.style.setProperty('--hue-line', colourOf(annotation));
      drawn.push(made);
    }

    function outline(annotation: LaidAnnotation): void {
      for (const rect of annotation.fragments.flatMap(geometry.rects)) {
        add('postil-outline', annotation, at(rect));
      }
    }

    /** Lanes beyond those under the words go up from the top of the letters. */
    function deepLane(annotation: LaidAnnotation, span: Interval): void {
      const height = annotation.lane - lanesUnderText;
      for (const rect of geometry.rects(span)) {
        const { left, top, width } = at(rect);
        add(`postil-deep postil-${annotation.type.kind}`, annotation, { left, top: top - 3 * height, width });
      }
    }

    for (const annotation of annotations) {
      const last = annotation.fragments.at(-1);
      for (const span of annotation.fragments) {
        if (span.start === span.end) {
          const { left, top, height } = at(geometry.caret(span.start));
          add('postil-point', annotation, { left: left + 3 * annotation.lane, top, height });
        } else if (annotation.lane >= lanesUnderText) deepLane(annotation, span);
      }
      if (last && annotation.record.status === 'doubtful') {
        const { left, top } = at(geometry.caret(last.end));
        add('postil-doubt', annotation, { left, top }, '?');
      }
    }
    if (selected) outline(selected);
    container.replaceChildren(...drawn, ...lasting);
    placeLasting(selected, at, colourOf, typeName);
  }

  function placeLasting(
    selected: LaidAnnotation | null,
    at: (rect: DOMRect) => { left: number; top: number; width: number; height: number },
    colourOf: (annotation: LaidAnnotation) => string,
    typeName: (type: TypeRecord) => string,
  ): void {
    const first = selected?.fragments[0];
    const last = selected?.fragments.at(-1);
    if (!selected || !first || !last) return;
    for (const part of lasting) part.style.setProperty('--hue-line', colourOf(selected));
    const start = at(geometry.rects(first)[0] ?? geometry.caret(first.start));
    const end = at(geometry.rects(last).at(-1) ?? geometry.caret(last.end));
    put(handles.start, { left: start.left, top: start.top, height: start.height });
    put(handles.end, { left: end.left + end.width, top: end.top, height: end.height });
    put(chip, { left: start.left, top: start.top });
    chip.textContent = typeName(selected.type);
  }

  return { handles, draw };
}
