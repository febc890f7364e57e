import type { ChangedPlace, CommittedChange } from '../../../contract/engine-answers';
import { recordsAfter } from '../../../core/diff';
import type { CommandActions } from '../../commands/registry';
import { t } from '../../i18n/i18n';
import { editor, requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { announce, dismiss, notify } from '../../stores/notices';
import { openDocument, stepInJournal } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { findField } from './focus';

type Undone = Readonly<{ change: CommittedChange; place: ChangedPlace | null }>;

const hasText = (): boolean => workspace()?.open?.id !== undefined && editor() !== null;
const isFinding = (): boolean => useInterface.getState().isFindOpen && hasText();

function showFind(): void {
  useInterface.setState({ isFindOpen: true });
  findField.current?.focus();
  findField.current?.select();
}

/** Takes a change back or does it again, and shows where that was. */
async function step(call: 'change.undo' | 'change.redo'): Promise<void> {
  const done = await stepInJournal(call);
  if (!done) return;
  const { passed } = done;
  if (passed) {
    const name = workspace()?.coders.get(passed.by)?.name ?? '';
    notify(t('reader:undonePassing', { count: passed.changes, name }));
  } else tell(call, done);
  await goTo(done.place);
  const annotations = done.change.diff ? recordsAfter(done.change.diff, 'annotation') : [];
  if (annotations.length === 1) selectAnnotation(annotations[0]?.id ?? null);
}

/** The notice of the last step: one who takes back ten things is not to be buried in notices. */
let lastTold: number | null = null;

/** What is not in the text, or in no text that is in view, is told in sight too: nobody would see that it changed. */
function tell(call: 'change.undo' | 'change.redo', { change, place }: Undone): void {
  const title = t(`changes:${change.name}`);
  const sentence = t(call === 'change.undo' ? 'reader:undone' : 'reader:redone', { title });
  const isInSight = useInterface.getState().view === 'text' && place !== null && place.offset !== null;
  if (lastTold !== null) dismiss(lastTold);
  lastTold = isInSight ? null : notify(sentence);
  if (isInSight) announce(sentence);
}

/**
 * In another view than the text, one sees there what was taken back. What is about a document as a whole calls nobody
 * away from another one; but where the open one went, as a part of a document that is whole again, that is gone on in.
 */
async function goTo(place: ChangedPlace | null): Promise<void> {
  if (useInterface.getState().view !== 'text') return;
  const { document, offset } = place ?? { offset: null };
  if (!document || !workspace()?.documents.has(document)) return;
  if (offset === null && workspace()?.open) return;
  await openDocument(document);
  if (offset !== null) requestReveal({ document, target: { start: offset, end: offset } });
}

const can = (what: 'undo' | 'redo') => (): boolean => (workspace()?.project.journal[what] ?? null) !== null;

/** Undo and redo, finding, and selecting by larger units than a character. */
export const readerCommands = {
  'edit.undo': { run: () => step('change.undo'), isAvailable: can('undo') },
  'edit.redo': { run: () => step('change.redo'), isAvailable: can('redo') },
  'find.show': { run: showFind, isAvailable: hasText },
  'find.next': { run: () => editor()?.find.next(), isAvailable: isFinding },
  'find.previous': { run: () => editor()?.find.previous(), isAvailable: isFinding },
  'selection.expand': { run: () => editor()?.expandSelection(), isAvailable: hasText },
  'selection.shrink': { run: () => editor()?.shrinkSelection(), isAvailable: hasText },
  'selection.sentenceForward': {
    run: () => editor()?.extendSelection('sentence', 'forward'),
    isAvailable: hasText,
  },
  'selection.sentenceBack': {
    run: () => editor()?.extendSelection('sentence', 'backward'),
    isAvailable: hasText,
  },
  'selection.paragraphForward': {
    run: () => editor()?.extendSelection('paragraph', 'forward'),
    isAvailable: hasText,
  },
  'selection.paragraphBack': {
    run: () => editor()?.extendSelection('paragraph', 'backward'),
    isAvailable: hasText,
  },
} satisfies Partial<CommandActions>;
