import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Place } from '../../../src/contract/engine-answers';
import type { AnnotationId } from '../../../src/core/ids';
import type { AnnotationRecord, Span } from '../../../src/core/model/annotation';
import type { TypeRecord } from '../../../src/core/model/codebook';
import {
  DocumentEditor,
  type Activation,
  type DocumentEditorProps,
  type DrawnTie,
  type EditorHandle,
  type TextSelection,
} from '../../../src/renderer/editor';

/** What the editor reported, in order. */
export type Report =
  | { readonly on: 'selection'; readonly selection: TextSelection | null }
  | ({ readonly on: 'activate' } & Activation)
  | { readonly on: 'hover'; readonly annotations: readonly AnnotationId[] }
  | ({ readonly on: 'draw-tie' } & DrawnTie)
  | { readonly on: 'move-edge'; readonly annotation: AnnotationId; readonly fragments: readonly Span[] }
  | { readonly on: 'place'; readonly place: Place }
  | { readonly on: 'keydown'; readonly code: string };

/** What a document is opened with, as plain data. */
export interface OpenOptions {
  readonly text: string;
  readonly annotations?: readonly AnnotationRecord[];
  readonly types?: readonly TypeRecord[];
  readonly place?: Place | null;
  readonly theme?: 'light' | 'dark';
  readonly textSize?: number;
  readonly snapToWords?: boolean;
}

export interface Harness {
  readonly reports: Report[];
  /** What the document was opened with. */
  readonly options: OpenOptions;
  readonly handle: EditorHandle;
  open: (options: OpenOptions) => void;
  close: () => void;
  set: (change: Partial<DocumentEditorProps>) => void;
  /** Adds annotations to those shown, or replaces those of the same id, as a committed change would. */
  put: (...annotations: AnnotationRecord[]) => void;
  remove: (...ids: AnnotationId[]) => void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const container = document.getElementById('root');
if (!container) throw new Error('The harness has no root');
const root = createRoot(container);
const handleRef = createRef<EditorHandle>();
const reports: Report[] = [];
let documents = 0;
let props: DocumentEditorProps;
let opened: OpenOptions = { text: '' };

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<Item['id'], Item> =>
  new Map(items.map((item) => [item.id, item]));

/** Renders at once, so that a test measures the editor and not React's scheduling. */
function render(): void {
  flushSync(() => {
    root.render(<DocumentEditor key={documents} {...props} />);
  });
}

window.harness = {
  reports,
  get handle() {
    if (!handleRef.current) throw new Error('No document is open');
    return handleRef.current;
  },
  get options() {
    return opened;
  },
  open: (given) => {
    const { annotations = [], types = [], ...options } = given;
    opened = given;
    documents += 1;
    reports.length = 0;
    props = {
      place: null,
      theme: 'light',
      textSize: 18,
      snapToWords: true,
      ...options,
      annotations: byId(annotations),
      types: byId(types),
      typeName: (type) => type.names['en'] ?? '',
      label: 'The text',
      selectedAnnotation: null,
      hoveredAnnotation: null,
      emphasised: new Set(),
      ties: [],
      hints: [],
      onSelection: (selection) => reports.push({ on: 'selection', selection }),
      onActivate: (activation) => reports.push({ on: 'activate', ...activation }),
      onHover: (hovered) => reports.push({ on: 'hover', annotations: hovered }),
      onMoveEdge: (annotation, fragments) => {
        reports.push({ on: 'move-edge', annotation, fragments });
        return undefined;
      },
      onDrawTie: (tie) => reports.push({ on: 'draw-tie', ...tie }),
      onPlace: (place) => reports.push({ on: 'place', place }),
      handleRef,
    };
    render();
  },
  close: () => {
    flushSync(() => {
      root.render(null);
    });
  },
  set: (change) => {
    props = { ...props, ...change };
    render();
  },
  put: (...changed) => {
    const annotations = new Map(props.annotations);
    for (const annotation of changed) annotations.set(annotation.id, annotation);
    props = { ...props, annotations };
    render();
  },
  remove: (...ids) => {
    const annotations = new Map(props.annotations);
    for (const id of ids) annotations.delete(id);
    props = { ...props, annotations };
    render();
  },
};

document.addEventListener('keydown', ({ code }) => reports.push({ on: 'keydown', code }));
