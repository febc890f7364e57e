import type { AnnotationId } from '../../../core/ids';
import type { Interval } from '../../../core/intervals';
import type { DomPoints } from '../document/dom-points';
import type { AnnotationLayer, LaidAnnotation } from './annotation-layer';
import type { HighlightStyle } from './highlight-style';
import type { Highlights } from './highlights';

/** A span to be painted in a style. UTF-16. */
export interface Stroke {
  readonly style: HighlightStyle;
  readonly span: Interval;
}

/** Says what of one sort is to be painted between two offsets: the hits of a search, say. */
export type StrokeSource = (window: Interval) => readonly Stroke[];

/**
 * Keeps the highlights of what is near the view registered, and of nothing else: Chromium rebuilds every
 * registered range whenever anything in the page changes.
 */
export interface Painter {
  /** Moves the stretch of text that is painted. */
  readonly setWindow: (window: Interval) => void;
  /** Paints some annotations anew: they were added, changed or removed. */
  readonly repaint: (ids: ReadonlySet<AnnotationId>) => void;
  /** Adds a source of further strokes; what it returns has them painted anew. */
  readonly addSource: (source: StrokeSource) => () => void;
}

/** How an annotation is painted when nothing points at it. */
const styleOf = ({ type, record, lane }: LaidAnnotation): HighlightStyle => ({
  of: 'annotation',
  kind: type.kind,
  hue: type.hue,
  isDoubtful: record.status === 'doubtful',
  lane,
});

interface Registered {
  readonly style: HighlightStyle;
  readonly range: StaticRange;
}

/** Registers the highlights of what is near the view, and takes the others back. */
export function makePainter(points: DomPoints, layer: AnnotationLayer, highlights: Highlights): Painter {
  const annotations = new Map<AnnotationId, readonly Registered[]>();
  const sources = new Map<StrokeSource, readonly Registered[]>();
  let window: Interval = { start: 0, end: 0 };

  function register({ style, span }: Stroke): Registered {
    const range = points.staticRange(span);
    highlights.add(style, range);
    return { style, range };
  }

  function unregister(registered: readonly Registered[]): void {
    for (const { style, range } of registered) highlights.delete(style, range);
  }

  function strokesOf(id: AnnotationId): Stroke[] {
    const laid = layer.get(id);
    if (!laid) return [];
    const style = styleOf(laid);
    return laid.fragments.filter(({ start, end }) => start < end).map((span) => ({ style, span }));
  }

  function drop(id: AnnotationId): void {
    unregister(annotations.get(id) ?? []);
    annotations.delete(id);
  }

  function paintSource(source: StrokeSource): void {
    unregister(sources.get(source) ?? []);
    sources.set(source, source(window).map(register));
  }

  return {
    setWindow: (next) => {
      window = next;
      const present = new Set(layer.touching(window));
      for (const id of annotations.keys()) if (!present.has(id)) drop(id);
      for (const id of present) {
        if (!annotations.has(id)) annotations.set(id, strokesOf(id).map(register));
      }
      for (const source of sources.keys()) paintSource(source);
    },
    repaint: (ids) => {
      const laid = Array.from(ids, layer.get).filter((annotation) => annotation !== null);
      highlights.prepare(laid.map(styleOf));
      const present = new Set(layer.touching(window));
      for (const id of ids) {
        drop(id);
        if (present.has(id)) annotations.set(id, strokesOf(id).map(register));
      }
    },
    addSource: (source) => {
      sources.set(source, []);
      return () => paintSource(source);
    },
  };
}
