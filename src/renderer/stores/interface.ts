import { create } from 'zustand';
import type { AnnotationId, AttributeId, DocumentId } from '../../core/ids';
import type { Span } from '../../core/model/annotation';
import type { CodePointOffset } from '../../core/offsets';
import type { Problem } from '../../core/problem';
import type { EditorHandle, TextSelection } from '../editor';

/** The dialogs of the application; at most one is open. */
export type Dialog =
  | { readonly name: 'about' | 'backups' | 'check' | 'coders' | 'keys' | 'palette' | 'settings' }
  /** Whether it begins with what was chosen last as it is, or with that of what the table shows. */
  | { readonly name: 'export'; readonly of: 'last' | 'table' }
  | { readonly name: 'new-project' | 'open-project' }
  | { readonly name: 'codebook-take' | 'codebook-export' | 'codebook-versions' }
  | { readonly name: 'refusal'; readonly path: string | null; readonly problem: Problem }
  | { readonly name: 'rename' | 'note'; readonly document: DocumentId }
  | { readonly name: 'document-split'; readonly document: DocumentId; readonly at: CodePointOffset }
  | {
      readonly name: 'remove' | 'document-details' | 'document-join';
      readonly documents: readonly DocumentId[];
    }
  | { readonly name: 'vocabulary'; readonly attribute: AttributeId | null }
  | { readonly name: 'tag-all'; readonly text: string; readonly model: AnnotationId | null }
  | { readonly name: 'link-mention'; readonly annotation: AnnotationId };

/** What the window of a project shows: the text, or one of the things that belong to the whole project. */
export const views = ['text', 'registry', 'segments', 'codebook', 'history'] as const;

export type View = (typeof views)[number];

/** A place that is to be brought into view as soon as its document is shown. */
export interface Reveal {
  readonly document: DocumentId;
  readonly target: Span | AnnotationId;
}

interface Interface {
  readonly view: View;
  /** The annotation that commands and type keys are about. */
  readonly selected: AnnotationId | null;
  /** The annotation that was selected or made last: further fragments are added to it. */
  readonly lastSelected: AnnotationId | null;
  readonly hovered: AnnotationId | null;
  /** The annotations at the caret, the innermost first. */
  readonly underCaret: readonly AnnotationId[];
  readonly textSelection: TextSelection | null;
  readonly reveal: Reveal | null;
  /** The text on the screen, while there is one. */
  readonly editor: EditorHandle | null;
  readonly dialog: Dialog | null;
  readonly isFindOpen: boolean;
}

const atFirst: Interface = {
  view: 'text',
  selected: null,
  lastSelected: null,
  hovered: null,
  underCaret: [],
  textSelection: null,
  reveal: null,
  editor: null,
  dialog: null,
  isFindOpen: false,
};

/** What a person looks at and points to. Nothing of it is kept. */
export const useInterface = create<Interface>(() => atFirst);

useInterface.subscribe(({ selected, lastSelected }) => {
  if (selected !== null && selected !== lastSelected) useInterface.setState({ lastSelected: selected });
});

/** Opens a dialog; one that was open goes. */
export const showDialog = (dialog: Dialog): void => useInterface.setState({ dialog });
/** Closes whichever dialog is open. */
export const closeDialog = (): void => useInterface.setState({ dialog: null });

/** Brings one of the main views to the front. */
export const showView = (view: View): void => useInterface.setState({ view });

/** Selects an annotation in the text and in the lists; null for none. */
export const selectAnnotation = (selected: AnnotationId | null): void => useInterface.setState({ selected });
/** Says which annotation the mouse is over; null for none. */
export const hoverAnnotation = (hovered: AnnotationId | null): void => useInterface.setState({ hovered });

/** The editor of the text that is open; null while none is shown. */
export const editor = (): EditorHandle | null => useInterface.getState().editor;

/** Whether words of the text are selected, and not only a place between two of them. */
export const hasSelectedWords = (): boolean => useInterface.getState().textSelection?.isCollapsed === false;

/** Puts the keyboard back into the text that is open. */
export const focusText = (): void => editor()?.focus();

/** Forgets what was selected in a document that is left. */
export const leaveSelection = (): void =>
  useInterface.setState({
    selected: null,
    hovered: null,
    underCaret: [],
    textSelection: null,
    isFindOpen: false,
  });

/** Brings a place of the text into view: at once in the document that is shown, else as soon as its document is. */
export const requestReveal = (reveal: Reveal): void => useInterface.setState({ reveal, view: 'text' });
