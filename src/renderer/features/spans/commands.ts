import { recordsAfter } from '../../../core/diff';
import type { AnnotationRecord, Span } from '../../../core/model/annotation';
import type { CommandActions } from '../../commands/registry';
import { t } from '../../i18n/i18n';
import { shownAnnotations } from '../../stores/coders';
import { editor, hasSelectedWords, selectAnnotation, useInterface } from '../../stores/interface';
import { announce, notify } from '../../stores/notices';
import { subject } from '../../stores/subject';
import { run } from '../../stores/workspace/session';
import { isWritable } from '../../stores/workspace/workspace';
import { copyCoding, hasCopied, pasteCoding } from './copied-coding';

function annotationOf(id: AnnotationRecord['id'] | null): AnnotationRecord | undefined {
  return id === null ? undefined : shownAnnotations().annotations.get(id);
}

const selected = (): AnnotationRecord | undefined => annotationOf(useInterface.getState().selected);

/** The annotation that a selection is added to: that which was selected, or made, before these words were. */
function growing(): AnnotationRecord | undefined {
  const state = useInterface.getState();
  const annotation = annotationOf(state.selected ?? state.lastSelected);
  return annotation?.fragments.length === 0 ? undefined : annotation;
}

async function add(): Promise<void> {
  const { textSelection } = useInterface.getState();
  const annotation = growing();
  if (!textSelection || textSelection.isCollapsed) return;
  if (!annotation) {
    notify(t('spans:selectFirst'));
    return;
  }
  const { span } = textSelection;
  const change = await run({ name: 'annotation.addFragment', annotation: annotation.id, fragment: span });
  if (!change) return;
  editor()?.select({ start: span.end, end: span.end });
  selectAnnotation(annotation.id);
  const [after] = recordsAfter(change.diff, 'annotation');
  announce(t('spans:added', { count: after?.fragments.length ?? 0 }));
}

/** Takes a fragment off an annotation. */
export async function removeFragment({ id, fragments }: AnnotationRecord, fragment: Span): Promise<void> {
  if (fragments.length === 1) {
    notify(t('spans:onlyOne'));
    return;
  }
  const change = await run({ name: 'annotation.removeFragment', annotation: id, fragment });
  if (change) announce(t('spans:removed', { count: fragments.length - 1 }));
}

function remove(): void {
  const annotation = selected();
  const current = editor()?.currentFragment();
  if (annotation && current) void removeFragment(annotation, { start: current.start, end: current.end });
}

const hasFragments = (): boolean => (selected()?.fragments.length ?? 0) > 0;
const hasSeveral = (): boolean => (selected()?.fragments.length ?? 0) > 1;

/** Several fragments of one annotation, and its coding given to others. */
export const spanCommands = {
  'fragment.add': { run: add, isAvailable: () => hasSelectedWords() && isWritable() },
  'fragment.remove': { run: remove, isAvailable: () => hasFragments() && isWritable() },
  'fragment.next': { run: () => editor()?.stepFragment('forward'), isAvailable: hasSeveral },
  'fragment.previous': { run: () => editor()?.stepFragment('backward'), isAvailable: hasSeveral },
  'coding.copy': {
    run: () => {
      const annotation = subject();
      if (annotation) copyCoding(annotation);
    },
    isAvailable: () => subject() !== undefined,
  },
  'coding.paste': {
    run: () => {
      const annotation = subject();
      if (!annotation) return;
      // What comes of it stands beside the text.
      selectAnnotation(annotation.id);
      void pasteCoding(annotation);
    },
    isAvailable: () => subject() !== undefined && hasCopied() && isWritable(),
  },
} satisfies Partial<CommandActions>;
