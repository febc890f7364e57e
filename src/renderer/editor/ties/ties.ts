import type { Interval } from '../../../core/intervals';
import type { Span } from '../../../core/model/annotation';
import type { OffsetTable } from '../../../core/offsets';
import type { Geometry } from '../document/geometry';
import type { DocumentEditorProps } from '../interface';
import { makeTieLayer, type TieElements, type TieLayer } from './tie-layer';

/** The ties and hints that the properties of an editor ask for, drawn as the view moves. */
export interface Ties {
  readonly layer: TieLayer;
  readonly update: (props: Pick<DocumentEditorProps, 'ties' | 'hints' | 'theme'>) => void;
  readonly setWindow: (window: Interval) => void;
  /** Draws them anew: text moved on the page. */
  readonly redraw: () => void;
}

/** Keeps the arcs of an open document in step with what the editor is given and with the layout of the text. */
export function makeTies(
  elements: TieElements,
  geometry: Geometry,
  offsets: OffsetTable,
  initial: DocumentEditorProps,
  reveal: (span: Interval) => void,
  typeLabel: () => DOMRect | null,
): Ties {
  const layer = makeTieLayer(elements, geometry, reveal, typeLabel);
  let props: Pick<DocumentEditorProps, 'ties' | 'hints' | 'theme'> = initial;
  let window: Interval = { start: 0, end: 0 };

  const toInterval = ({ start, end }: Span): Interval => ({
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  });

  const redraw = (): void =>
    layer.draw({
      ties: props.ties.map((tie) => ({ tie, from: tie.from.map(toInterval), to: tie.to.map(toInterval) })),
      hints: props.hints.map(({ at, label }) => ({ at: toInterval(at), label })),
      window,
      theme: props.theme,
    });

  return {
    layer,
    update: (next) => {
      const isSame = props.ties === next.ties && props.hints === next.hints && props.theme === next.theme;
      props = next;
      if (!isSame) redraw();
    },
    setWindow: (next) => {
      window = next;
      redraw();
    },
    redraw,
  };
}
