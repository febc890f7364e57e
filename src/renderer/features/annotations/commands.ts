import { flushSync } from 'react-dom';
import type { AnnotationId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Status } from '../../../core/model/document';
import type { CommandActions } from '../../commands/registry';
import type { EditorHandle } from '../../editor';
import { nameIn } from '../../i18n/format';
import { currentLanguage, t } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { shownAnnotations } from '../../stores/coders';
import { editor, requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { announce } from '../../stores/notices';
import { subject } from '../../stores/subject';
import { quoteIn } from '../../stores/workspace/quotes';
import { run } from '../../stores/workspace/session';
import { isWritable, workspace } from '../../stores/workspace/workspace';
import { inspector } from './focus';
import { annotationsAt, neighbour } from './places';

const inOrder = (): readonly AnnotationRecord[] => shownAnnotations().inOrder;
const selected = (): AnnotationRecord | undefined => {
  const id = useInterface.getState().selected;
  return id === null ? undefined : workspace()?.open?.annotations.get(id);
};
const caret = (): number => editor()?.selection()?.span.start ?? 0;

const hasAny = (): boolean => inOrder().length > 0;
const hasSelected = (): boolean => selected() !== undefined;
const canChange = (): boolean => hasSelected() && isWritable();
const atCaret = (): readonly AnnotationRecord[] => annotationsAt(inOrder(), caret());

const quoteFor = (annotation: AnnotationRecord): string => {
  const project = workspace();
  return project ? shortened(quoteIn(project, annotation)) : '';
};

/** Selects an annotation, brings it into view, and says what it is and which of how many. */
function go(annotation: AnnotationRecord | undefined): void {
  if (!annotation) return;
  selectAnnotation(annotation.id);
  requestReveal({ document: annotation.document, target: annotation.id });
  const type = workspace()?.types.get(annotation.type);
  announce(
    t('annotations:selected', {
      type: type ? nameIn(type.names, currentLanguage()) : '',
      quote: quoteFor(annotation),
      place: inOrder().indexOf(annotation) + 1,
      total: inOrder().length,
    }),
  );
}

const step = (direction: 1 | -1) => (): void => go(neighbour(inOrder(), selected(), caret(), direction));

/** Selects what lies under the caret: the innermost first, then each time the next one around it. */
function selectAtCaret(): void {
  const here = atCaret();
  const index = here.findIndex(({ id }) => id === useInterface.getState().selected);
  go(here[(index + 1) % here.length]);
}

/** Moves the keyboard to the details of the selected annotation, or of the one at the caret: to what fits a selector. */
function open(wanted: string): void {
  if (!hasSelected()) selectAtCaret();
  // The inspector is drawn with the selection; its first control takes the keyboard.
  requestAnimationFrame(() => {
    const first = inspector.current?.querySelector<HTMLElement>(wanted);
    (first ?? inspector.current)?.focus();
  });
}

async function remove(): Promise<void> {
  const annotation = selected();
  if (!annotation) return;
  const next = isListFocused() ? neighbour(inOrder(), annotation, caret(), 1) : undefined;
  const quote = quoteFor(annotation);
  const change = await run({ name: 'annotation.delete', annotations: [annotation.id] });
  if (!change) return;
  const follower: AnnotationId | null = next && next.id !== annotation.id ? next.id : null;
  selectAnnotation(follower);
  announce(t('annotations:deleted', { quote }));
}

const isListFocused = (): boolean =>
  (document.activeElement?.closest('[data-scope="annotations"]') ?? null) !== null;

/** Whether the keyboard is in a field of which Escape first takes back what was typed. */
const hasDraft = (): boolean => (document.activeElement?.closest('[data-draft]') ?? null) !== null;

function leave(): void {
  const { textSelection } = useInterface.getState();
  if (isListFocused()) editor()?.focus();
  else if (hasSelected()) selectAnnotation(null);
  else if (textSelection) editor()?.select({ start: textSelection.span.end, end: textSelection.span.end });
}

const canLeave = (): boolean => {
  const { textSelection } = useInterface.getState();
  return hasSelected() || isListFocused() || (textSelection !== null && !textSelection.isCollapsed);
};

/** The edges of the selected annotation, or of the one that was just made: that is selected then. */
const move = (...[edge, by, direction]: Parameters<EditorHandle['moveEdge']>) => ({
  run: (): void => {
    const annotation = subject();
    if (!annotation) return;
    // The text knows by its next drawing what is selected.
    flushSync(() => selectAnnotation(annotation.id));
    editor()?.moveEdge(edge, by, direction);
  },
  isAvailable: () => subject() !== undefined && isWritable(),
});

const mark = (status: Status) => ({
  run: async (): Promise<void> => {
    const annotation = subject();
    if (annotation) await run({ name: 'annotation.status', annotations: [annotation.id], status });
  },
  isAvailable: () => subject() !== undefined && isWritable(),
});

/** Going through the annotations of a document by keyboard, and changing the one that is selected. */
export const annotationCommands = {
  'annotation.next': { run: step(1), isAvailable: hasAny },
  'annotation.previous': { run: step(-1), isAvailable: hasAny },
  'annotation.atCaret': { run: selectAtCaret, isAvailable: () => atCaret().length > 0 },
  'annotation.open': {
    run: () => open('.inspector__body button, textarea'),
    isAvailable: () => hasSelected() || atCaret().length > 0,
  },
  'annotation.note': {
    run: () => open('textarea'),
    isAvailable: () => hasSelected() || atCaret().length > 0,
  },
  'annotation.delete': { run: remove, isAvailable: canChange },
  'annotation.leave': { run: leave, isAvailable: canLeave },
  'inspector.leave': {
    run: () => editor()?.focus(),
    isAvailable: () => editor() !== null && !hasDraft(),
  },
  'annotation.markDraft': mark('draft'),
  'annotation.markDone': mark('done'),
  'annotation.markDoubtful': mark('doubtful'),
  'edge.startBack': move('start', 'character', 'backward'),
  'edge.startForward': move('start', 'character', 'forward'),
  'edge.endForward': move('end', 'character', 'forward'),
  'edge.endBack': move('end', 'character', 'backward'),
  'edge.startBackWord': move('start', 'word', 'backward'),
  'edge.startForwardWord': move('start', 'word', 'forward'),
  'edge.endForwardWord': move('end', 'word', 'forward'),
  'edge.endBackWord': move('end', 'word', 'backward'),
} satisfies Partial<CommandActions>;
