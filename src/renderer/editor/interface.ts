import type { Ref } from 'react';
import type { Place } from '../../contract/engine-answers';
import type { AnnotationId, TypeId } from '../../core/ids';
import type { AnnotationRecord, Span } from '../../core/model/annotation';
import type { TypeRecord } from '../../core/model/codebook';
import type { CodePointOffset } from '../../core/offsets';
import type { FindController } from './find/find-state';

/** What is selected in the text, in code points. Where it is collapsed it is a caret: start equals end. */
export interface TextSelection {
  readonly span: Span;
  readonly isCollapsed: boolean;
}

/** The annotations at a place that a person went to, the innermost (shortest) first. May be none. */
export interface Activation {
  readonly annotations: readonly AnnotationId[];
  readonly offset: CodePointOffset;
  readonly by: 'pointer' | 'keyboard';
}

/** A stretch of text that a person thinks in; `expandSelection` climbs from one to the next. */
export type TextUnit = 'word' | 'sentence' | 'paragraph';

export type Edge = 'start' | 'end';

/** Where a revealed place comes to stand; `nearest` does not scroll where it is in view already. */
export type Alignment = 'start' | 'center' | 'nearest';

/**
 * What the shell may tell a mounted editor to do. All offsets are code points of the document. None of these
 * takes the focus except `focus`.
 */
export interface EditorHandle {
  /** Moves the keyboard into the text, to where the caret or the selection was. */
  readonly focus: () => void;
  /** Selects a span; one of no width sets the caret. */
  readonly select: (span: Span) => void;
  /** Brings a span or an annotation into view at once, wherever it is. */
  readonly reveal: (target: Span | AnnotationId, options?: { readonly align?: Alignment }) => void;
  /** Where the first row of an annotation is in the window, in CSS pixels; null where it is not in view. */
  readonly placeOf: (annotation: AnnotationId) => DOMRect | null;
  /** What is selected, also while the keyboard is elsewhere; null before anything was. */
  readonly selection: () => TextSelection | null;
  /** Grows the selection to the next larger unit, or to the one named. */
  readonly expandSelection: (unit?: TextUnit) => void;
  /** Takes back the last `expandSelection`. */
  readonly shrinkSelection: () => void;
  /** Moves the free end of the selection by a unit, as Shift with an arrow key does by a character. */
  readonly extendSelection: (unit: TextUnit, direction: 'backward' | 'forward') => void;
  /**
   * Moves an edge of the selected annotation and reports the outcome through `onMoveEdge`. Of several fragments it
   * is the one at the caret that changes, else the outer one.
   */
  readonly moveEdge: (edge: Edge, by: 'character' | 'word', direction: 'backward' | 'forward') => void;
  /** Puts the caret into the next or the last fragment of the selected annotation, round. */
  readonly stepFragment: (direction: 'backward' | 'forward') => void;
  /** The fragment of the selected annotation that keys are about: the one at the caret, else its last. */
  readonly currentFragment: () => Span | null;
  readonly find: FindController;
}

/** A line over the text from one annotation to what it is tied to. Spans are in code points; none: not in this text. */
export interface Tie {
  readonly from: readonly Span[];
  readonly to: readonly Span[];
  /** What the tie is: the name of a role or of a relation. */
  readonly label: string;
  /** What it leads to, said where that is out of view. */
  readonly quote: string;
  /** In degrees. */
  readonly hue: number;
  readonly isDirected: boolean;
  /** Whether it is only considered. */
  readonly isTentative: boolean;
}

/** A short sign at the beginning of a span, such as the key that picks it. */
export interface Hint {
  readonly at: Span;
  readonly label: string;
}

/** A tie that was drawn with the mouse from the selected annotation, over others, the innermost first. */
export interface DrawnTie {
  readonly from: AnnotationId;
  readonly to: readonly AnnotationId[];
  /** Where the button was let go, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface DocumentEditorProps {
  /** The exact text. One editor shows one document: give the element the document's id as its `key`. */
  readonly text: string;
  /**
   * All annotations of the document. After a change pass a new map in which what did not change is the same
   * object: the editor finds the difference itself (1 ms for 10,000) and repaints only that.
   */
  readonly annotations: ReadonlyMap<AnnotationId, AnnotationRecord>;
  readonly types: ReadonlyMap<TypeId, TypeRecord>;
  /** A type's name in the language of the interface, for the label of the selected annotation. */
  readonly typeName: (type: TypeRecord) => string;
  /** The accessible name of the text. */
  readonly label: string;
  readonly selectedAnnotation: AnnotationId | null;
  readonly hoveredAnnotation: AnnotationId | null;
  /** Annotations that belong together and are brought out in one colour. Pass the same set while it is the same. */
  readonly emphasised: ReadonlySet<AnnotationId>;
  /** Drawn over what is in view. Pass the same array while nothing changes; an empty one costs nothing. */
  readonly ties: readonly Tie[];
  readonly hints: readonly Hint[];
  /** Where to open the document; read once, when the document is mounted. */
  readonly place: Place | null;
  readonly theme: 'light' | 'dark';
  /** Size of the text in CSS pixels. */
  readonly textSize: number;
  /** Whether a selection by mouse takes whole words. Alt, held while the button is released, does the opposite. */
  readonly snapToWords: boolean;
  readonly onSelection: (selection: TextSelection | null) => void;
  /** A click, or a caret that moved by a key. The shell decides what becomes selected. */
  readonly onActivate: (activation: Activation) => void;
  /** The annotations under the pointer changed, the innermost first. */
  readonly onHover: (annotations: readonly AnnotationId[]) => void;
  /**
   * An edge was moved: the annotation is to have these fragments. Where a promise is returned, the new edge stays
   * drawn until it settles.
   */
  readonly onMoveEdge: (annotation: AnnotationId, fragments: readonly Span[]) => Promise<unknown> | undefined;
  /** A tie was drawn from the label of the selected annotation. */
  readonly onDrawTie: (tie: DrawnTie) => void;
  /** Where the coder is: some time after scrolling or moving the caret, and on leaving. */
  readonly onPlace: (place: Place) => void;
  readonly handleRef?: Ref<EditorHandle | null>;
}
