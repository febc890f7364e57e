import type { Interval } from '../../../core/intervals';
import type { Geometry } from '../document/geometry';
import { makeElement } from '../element';
import type { Tie } from '../interface';
import { css, line, type Theme } from '../painting/palette';
import {
  arcBetween,
  arrowhead,
  atEdge,
  hiddenBy,
  nearestRows,
  spread,
  type ArcEnd,
  type Box,
  type View,
} from './arcs';
import { placeLabels } from './label-places';

/** A tie as it lies in the text: both ends in UTF-16. An end that is not in this document has no spans. */
export interface LaidTie {
  readonly tie: Tie;
  readonly from: readonly Interval[];
  readonly to: readonly Interval[];
}

/** A short sign at the beginning of a span, such as the key that picks it. UTF-16. */
export interface LaidHint {
  readonly at: Interval;
  readonly label: string;
}

export interface TieContent {
  readonly ties: readonly LaidTie[];
  readonly hints: readonly LaidHint[];
  /** What is near the view; nothing else is measured. UTF-16. */
  readonly window: Interval;
  readonly theme: Theme;
}

export interface TieElements {
  /** Over the text, scrolled with it. */
  readonly arcs: HTMLElement;
  /** Over the view, where chips stand for ends beyond its edges. */
  readonly edges: HTMLElement;
}

/** Draws arcs between annotations over the text that is in view, and signs beside those that can be picked. */
export interface TieLayer {
  readonly draw: (content: TieContent) => void;
  /** Draws a line from a span to a point of the window, while one is dragged; null ends it. */
  readonly drag: (from: readonly Interval[] | null, to: { readonly x: number; readonly y: number }) => void;
  readonly dispose: () => void;
}

/** Where an end of a tie is: its rows in view, or the edge that hides it with a row of it, where one was measured. */
interface End {
  readonly rows: readonly Box[];
  readonly hidden: { readonly edge: 'top' | 'bottom'; readonly row: Box | null } | null;
}

/** A chip that stands at an edge of the view. */
interface EdgeChip {
  readonly edge: 'top' | 'bottom';
  readonly wanted: number;
  readonly element: HTMLElement;
}

/** The name of a tie at the end of its arc. */
interface EndLabel {
  readonly element: HTMLElement;
  readonly end: ArcEnd;
  readonly isBefore: boolean;
}

/** What a tie has beside its arc: chips at the edges of the view, and its name where its end is in view. */
interface DrawnTie {
  readonly chips: readonly EdgeChip[];
  readonly label: EndLabel | null;
}

/** Between two chips, in CSS pixels. */
const chipGap = 6;

const svg = (name: 'svg' | 'path', className: string): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  made.setAttribute('class', className);
  return made;
};

/**
 * Draws ties as arcs over a text; `reveal` brings into view the end that a person asks for. `typeLabel` answers where
 * that of the selected annotation is, in the window.
 */
export function makeTieLayer(
  { arcs, edges }: TieElements,
  geometry: Geometry,
  reveal: (span: Interval) => void,
  typeLabel: () => DOMRect | null,
): TieLayer {
  const drawing = svg('svg', 'postil-ties');
  const dragged = svg('path', 'postil-tie postil-tie-tentative');
  arcs.append(drawing);
  let content: TieContent | null = null;
  let shown: HTMLElement[] = [];
  let frame = 0;

  function toBox({ left, top, right, bottom }: DOMRect, origin: DOMRect): Box {
    return {
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    };
  }

  function viewIn(origin: DOMRect): View {
    const top = geometry.scroller.getBoundingClientRect().top - origin.top;
    return { top, bottom: top + geometry.scroller.clientHeight };
  }

  function rowsOf({ start, end }: Interval, window: Interval, origin: DOMRect): Box[] {
    if (start === end)
      return window.start <= start && start <= window.end ? [toBox(geometry.caret(start), origin)] : [];
    const near = { start: Math.max(start, window.start), end: Math.min(end, window.end) };
    return near.start < near.end ? geometry.rows(near).map((row) => toBox(row, origin)) : [];
  }

  function endOf(spans: readonly Interval[], window: Interval, origin: DOMRect, view: View): End | null {
    const [first] = spans;
    if (!first) return null;
    const rows = spans.flatMap((span) => rowsOf(span, window, origin));
    const visible = rows.filter((row) => hiddenBy(row, view) === null);
    if (visible.length > 0) return { rows: visible, hidden: null };
    const [row] = rows;
    const edge = row ? hiddenBy(row, view) : first.start < window.start ? 'top' : 'bottom';
    return { rows: [], hidden: { edge: edge ?? 'top', row: row ?? null } };
  }

  /** The rows that an arc may begin or end at: those in view, or the place at the edge beyond which they lie. */
  const anchors = (end: End, other: End, view: View): readonly Box[] => {
    if (!end.hidden) return end.rows;
    const beside = end.hidden.row ?? other.rows[0];
    return beside ? [atEdge(beside, end.hidden.edge, view)] : [];
  };

  function drawTie(
    { tie, from, to }: LaidTie,
    { window, theme }: TieContent,
    origin: DOMRect,
  ): DrawnTie | null {
    const view = viewIn(origin);
    const source = endOf(from, window, origin, view);
    const target = endOf(to, window, origin, view);
    if (!source || !target || (source.hidden && target.hidden)) return null;
    const rows = nearestRows(anchors(source, target, view), anchors(target, source, view));
    if (!rows) return null;
    const arc = arcBetween(rows.from, rows.to);
    const colour = css(line(theme, tie.hue));
    const look = tie.isTentative ? 'postil-tie postil-tie-tentative' : 'postil-tie';
    const head = tie.isDirected && !target.hidden ? arrowhead(arc.end) : '';
    const path = svg('path', look);
    path.setAttribute('d', `${arc.path}${head}`);
    path.style.setProperty('--line', colour);
    drawing.append(path);

    const chips: EdgeChip[] = [];
    const add = (end: End, spans: readonly Interval[], words: string): void => {
      const [first] = spans;
      if (!end.hidden || !first) return;
      const sign = end.hidden.edge === 'top' ? '↑' : '↓';
      const element = makeElement('postil-edge-chip', `${sign} ${words}`);
      element.style.setProperty('--line', colour);
      element.addEventListener('click', () => reveal(first));
      chips.push({ edge: end.hidden.edge, wanted: arc.end.x, element });
    };
    add(target, to, tie.quote === '' ? tie.label : `${tie.label}: ${tie.quote}`);
    add(source, from, tie.label);
    const isBefore = rows.to.left < rows.from.left;
    return { chips, label: target.hidden ? null : label(tie.label, arc.end, isBefore, colour) };
  }

  /** The name of a tie, which comes beside its end, on the side that is away from its beginning. */
  function label(words: string, end: ArcEnd, isBefore: boolean, colour: string): EndLabel {
    const element = makeElement('postil-tie-label', words);
    element.style.top = `${end.y}px`;
    element.dataset['heading'] = end.heading === 1 ? 'down' : 'up';
    element.style.setProperty('--line', colour);
    return { element, end, isBefore };
  }

  function place(labels: readonly EndLabel[], hints: readonly HTMLElement[], origin: DOMRect): void {
    if (labels.length === 0) return;
    const others = [typeLabel(), ...hints.map((one) => one.getBoundingClientRect())];
    const wanted = labels.map(({ element: { offsetWidth: width, offsetHeight: height }, end, isBefore }) => ({
      ...{ x: end.x, top: end.heading === 1 ? end.y - height : end.y },
      ...{ width, height, isBefore },
    }));
    const lefts = placeLabels(
      wanted,
      others.flatMap((box) => (box ? [toBox(box, origin)] : [])),
    );
    labels.forEach(({ element }, index) => {
      element.style.left = `${lefts[index] ?? 0}px`;
    });
  }

  function placeChips(chips: readonly EdgeChip[]): void {
    edges.replaceChildren(...chips.map(({ element }) => element));
    for (const edge of ['top', 'bottom'] as const) {
      const here = chips.filter((chip) => chip.edge === edge);
      const sizes = here.map(({ wanted, element }) => ({ wanted, width: element.offsetWidth }));
      const lefts = spread(sizes, edges.clientWidth, chipGap);
      here.forEach(({ element }, index) => {
        element.style.left = `${lefts[index] ?? 0}px`;
        element.style.top = edge === 'top' ? '0px' : `${geometry.scroller.clientHeight}px`;
        element.dataset['at'] = edge;
      });
    }
  }

  function hint({ at, label: sign }: LaidHint, window: Interval, origin: DOMRect): HTMLElement[] {
    if (at.start < window.start || at.start > window.end) return [];
    const { left, top } = toBox(geometry.caret(at.start), origin);
    const made = makeElement('postil-hint', sign);
    made.style.left = `${left}px`;
    made.style.top = `${top}px`;
    return [made];
  }

  function redraw(): void {
    frame = 0;
    const current = content;
    for (const element of shown) element.remove();
    shown = [];
    drawing.replaceChildren();
    if (!current) return;
    const origin = arcs.getBoundingClientRect();
    const drawn = current.ties.flatMap((tie) => drawTie(tie, current, origin) ?? []);
    const labels = drawn.flatMap((tie) => tie.label ?? []);
    const hints = current.hints.flatMap((one) => hint(one, current.window, origin));
    shown = [...labels.map(({ element }) => element), ...hints];
    arcs.append(drawing, ...shown);
    place(labels, hints, origin);
    placeChips(drawn.flatMap(({ chips }) => chips));
  }

  const followScroll = (): void => {
    if (frame === 0) frame = requestAnimationFrame(redraw);
  };

  return {
    draw: (next) => {
      const isEmpty = next.ties.length + next.hints.length === 0;
      // Nothing was drawn and nothing is: the usual case, which has to cost nothing.
      if (isEmpty && content === null) return;
      if (content === null) geometry.scroller.addEventListener('scroll', followScroll, { passive: true });
      content = isEmpty ? null : next;
      if (isEmpty) geometry.scroller.removeEventListener('scroll', followScroll);
      redraw();
      if (isEmpty) edges.replaceChildren();
    },
    drag: (from, to) => {
      if (!from) {
        dragged.remove();
        return;
      }
      const origin = arcs.getBoundingClientRect();
      const point = { left: to.x - origin.left, right: to.x - origin.left, top: to.y - origin.top };
      const window = content?.window ?? geometry.inView(0);
      const rows = nearestRows(
        from.flatMap((span) => rowsOf(span, window, origin)),
        [{ ...point, bottom: point.top }],
      );
      if (rows) dragged.setAttribute('d', arcBetween(rows.from, rows.to).path);
      drawing.append(dragged);
      arcs.append(drawing);
    },
    dispose: () => {
      cancelAnimationFrame(frame);
      geometry.scroller.removeEventListener('scroll', followScroll);
    },
  };
}
