import type { Interval } from '../../../core/intervals';
import type { Geometry } from '../document/geometry';
import type { DocumentEditorProps } from '../interface';
import type { AnnotationLayer, LaidAnnotation } from './annotation-layer';
import { lanesUnderText } from './highlight-style';
import { makeHighlights } from './highlights';
import { noBreakSpaceStrokes } from './no-break-spaces';
import { makeOverlay } from './overlay';
import { makePainter, type Painter, type Stroke } from './painter';

/** Everything that is painted on a text: highlights under the words, and the overlay above them. */
export interface Display {
  readonly painter: Painter;
  /** Takes over new annotations, types, emphasis or theme, and paints only what differs. */
  readonly update: (props: DocumentEditorProps) => void;
  readonly setWindow: (window: Interval) => void;
  /** Draws the overlay anew: text moved on the page. */
  readonly redraw: () => void;
  /** Where the label of the selected annotation is in the window, while it is shown. */
  readonly labelPlace: () => DOMRect | null;
  /** Shows the selected annotation with other fragments while an edge of it is being moved. */
  readonly previewEdges: (fragments: readonly Interval[] | null) => void;
  /** Paints spans as if they were selected. */
  readonly paintSelection: (spans: readonly Interval[]) => void;
  readonly dispose: () => void;
}

/** Where a display is drawn. */
export interface DisplayElements {
  readonly editor: HTMLElement;
  readonly overlay: HTMLElement;
}

/** Shows the annotations of an open document, and keeps what is painted in step with what it is told. */
export function makeDisplay(
  { editor, overlay: container }: DisplayElements,
  geometry: Geometry,
  layer: AnnotationLayer,
  initial: DocumentEditorProps,
): Display {
  const { points } = geometry;
  const highlights = makeHighlights(editor, initial.theme);
  const painter = makePainter(points, layer, highlights);
  const overlay = makeOverlay(container, geometry);
  let props = initial;
  let window: Interval = { start: 0, end: 0 };
  let moving: readonly Interval[] | null = null;
  let selection: readonly Interval[] = [];

  function selected(): LaidAnnotation | null {
    const annotation = props.selectedAnnotation === null ? null : layer.get(props.selectedAnnotation);
    return annotation && moving ? { ...annotation, fragments: moving } : annotation;
  }

  const hovered = (): LaidAnnotation | null =>
    props.hoveredAnnotation === null ? null : layer.get(props.hoveredAnnotation);

  const paintEmphasis = painter.addSource(() => {
    const strokes = (annotation: LaidAnnotation | null, state: 'hovered' | 'selected'): Stroke[] =>
      (annotation?.fragments ?? [])
        .filter(({ start, end }) => start < end)
        .map((span) => ({ style: { of: 'emphasis', state, hue: annotation?.type.hue ?? 0 }, span }));
    return [...strokes(hovered(), 'hovered'), ...strokes(selected(), 'selected')];
  });
  const paintTogether = painter.addSource((near) => {
    const { emphasised } = props;
    if (emphasised.size === 0) return [];
    return layer
      .touching(near)
      .filter((id) => emphasised.has(id))
      .flatMap((id) => layer.get(id)?.fragments ?? [])
      .filter(({ start, end }) => start < end)
      .map((span) => ({ style: { of: 'together' }, span }));
  });
  const paintSelection = painter.addSource(() =>
    selection.map((span) => ({ style: { of: 'selection' }, span })),
  );
  painter.addSource(noBreakSpaceStrokes(points.lines.text));

  /** Only what a highlight cannot paint: the overlay has to be measured and placed, and they have not. */
  function needsOverlay({ record, fragments, lane }: LaidAnnotation): boolean {
    const hasPoint = fragments.some(({ start, end }) => start === end);
    return lane >= lanesUnderText || hasPoint || record.status === 'doubtful';
  }

  function redraw(): void {
    const near = layer.touching(window).map(layer.get);
    overlay.draw({
      annotations: near.filter((annotation) => annotation !== null).filter(needsOverlay),
      selected: selected(),
      hovered: hovered(),
      window,
      theme: props.theme,
      typeName: props.typeName,
    });
  }

  function update(next: DocumentEditorProps): void {
    const before = props;
    props = next;
    highlights.setTheme(props.theme);
    const isOtherContent = before.annotations !== props.annotations || before.types !== props.types;
    if (isOtherContent) painter.repaint(layer.update(props.annotations, props.types));
    const isOtherEmphasis =
      before.selectedAnnotation !== props.selectedAnnotation ||
      before.hoveredAnnotation !== props.hoveredAnnotation;
    if (isOtherContent || isOtherEmphasis) paintEmphasis();
    if (isOtherContent || before.emphasised !== props.emphasised) paintTogether();
    const isOtherOverlay = before.theme !== props.theme || before.typeName !== props.typeName;
    if (isOtherContent || isOtherEmphasis || isOtherOverlay) redraw();
  }

  painter.repaint(layer.update(initial.annotations, initial.types));

  return {
    painter,
    update,
    setWindow: (next) => {
      window = next;
      painter.setWindow(window);
      redraw();
    },
    redraw,
    labelPlace: overlay.labelPlace,
    previewEdges: (fragments) => {
      moving = fragments;
      paintEmphasis();
      redraw();
    },
    paintSelection: (spans) => {
      selection = spans.filter(({ start, end }) => start < end);
      paintSelection();
    },
    dispose: highlights.dispose,
  };
}
