import type { AnswerOf } from '../../../contract/call';
import type { Change, CommittedChange, DocumentContent } from '../../../contract/engine-answers';
import type { EngineCalls } from '../../../contract/engine-calls';
import type { Command } from '../../../core/commands/command';
import type { ChangeNumber, DocumentId } from '../../../core/ids';
import type { AnyRecord } from '../../../core/model/records';
import { ok, type Result } from '../../../core/result';
import { invoke, subscribe } from '../../bridge/bridge';
import { t } from '../../i18n/i18n';
import { leaveSelection } from '../interface';
import { runUnshown } from '../jobs';
import { notify, report } from '../notices';
import { applyChange, inQueue } from './apply-change';
import { inWords } from './problem-words';
import { sortedInText } from './text-order';
import {
  changeWorkspace,
  commitToWorkspace,
  setWorkspace,
  workspace,
  type OpenDocument,
  type Workspace,
} from './workspace';

/** The last change that this window was told of: each is applied once, whether it comes as an event or as an answer. */
let lastChange = 0;

/** The last change that the workspace shows. */
let lastShown = 0;

/** What waits for changes that this window does not show yet. */
const waiting = new Set<{ readonly change: number; readonly resolve: () => void }>();

/** Applies a committed change; after a vast one, reads what is shown anew. */
function receive(change: CommittedChange): void {
  if (change.number <= lastChange) return;
  lastChange = change.number;
  const shown = change.diff ? commitToWorkspace((current) => applyChange(current, change)) : readAnew();
  void shown.then(() => show(change.number));
}

function show(change: ChangeNumber): void {
  lastShown = Math.max(lastShown, change);
  release(lastShown);
}

function release(upTo: number): void {
  for (const one of waiting) {
    if (one.change > upTo) continue;
    waiting.delete(one);
    one.resolve();
  }
}

/** Settles once a change is shown: events may come after the answer of the call that caused them. */
export const arrival = (change: ChangeNumber): Promise<void> =>
  change <= lastShown ? Promise.resolve() : new Promise((resolve) => waiting.add({ change, resolve }));

/**
 * Reads until nothing was changed in between, so that what was read is one state of the project: a change that
 * it already contains would otherwise be applied to it once more.
 */
async function readAtRest<Value>(read: () => Promise<Result<Value>>): Promise<Result<Value>> {
  for (;;) {
    const before = lastChange;
    const result = await read();
    if (!result.ok || lastChange === before) return result;
  }
}

/** Keeps the workspace in step with the engine. Answers with a function that stops that. */
export function startSession(): () => void {
  const stops = [
    subscribe('changed', receive),
    subscribe('coder', ({ coder, journal }) =>
      changeWorkspace((current) => ({ ...current, project: { ...current.project, coder, journal } })),
    ),
    subscribe('replaced', () => void reload(t('notices:projectReplaced'))),
    subscribe('engine', (event) => {
      if (event.state === 'restarted') void reload(t('notices:engineRestarted'));
      else report(event.problem);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const byId = <Stored extends AnyRecord>(records: readonly Stored[]): ReadonlyMap<Stored['id'], Stored> =>
  new Map(records.map((record) => [record.id, record]));

async function readWorkspace(): Promise<Result<Workspace>> {
  const [project, codebook, documents, registry, coders] = await Promise.all([
    invoke('project.describe', {}),
    invoke('codebook.read', {}),
    invoke('documents.list', {}),
    invoke('registry.list', {}),
    invoke('coders.list', {}),
  ]);
  if (!project.ok) return project;
  if (!codebook.ok) return codebook;
  if (!documents.ok) return documents;
  if (!registry.ok) return registry;
  if (!coders.ok) return coders;
  return ok({
    project: project.value,
    documents: inQueue(documents.value),
    types: byId(codebook.value.types),
    roles: byId(codebook.value.roles),
    attributes: byId(codebook.value.attributes),
    terms: byId(codebook.value.terms),
    registry: byId(registry.value),
    coders: byId(coders.value),
    open: null,
  });
}

/** Reads the project of this window and shows it, without a document. */
export async function loadProject(): Promise<boolean> {
  const read = await readAtRest(readWorkspace);
  if (!read.ok) {
    report(read.problem);
    return false;
  }
  leaveSelection();
  setWorkspace(read.value);
  return true;
}

/** Reads everything that is shown once more, after the engine or the project behind it has become another. */
async function reload(sentence: string): Promise<void> {
  const wasOpen = workspace()?.open?.id;
  lastChange = 0;
  lastShown = 0;
  const isLoaded = await loadProject();
  // What was committed is in what was read now, under whatever number.
  release(Infinity);
  if (!isLoaded) return;
  if (wasOpen && workspace()?.documents.has(wasOpen)) await openDocument(wasOpen);
  notify(sentence);
}

/** Reads once more what is shown, and leaves the reader in peace: the same document stays open where it is. */
async function readAnew(): Promise<void> {
  const read = await readAtRest(async () => {
    const anew = await readWorkspace();
    const open = workspace()?.open;
    if (!anew.ok || !open || !anew.value.documents.has(open.id)) return anew;
    const content = await invoke('document.read', { document: open.id });
    return content.ok
      ? ok({ ...anew.value, open: { ...opened(content.value), place: open.place } })
      : content;
  });
  if (!read.ok) {
    report(read.problem);
    return;
  }
  if (read.value.open === null) leaveSelection();
  setWorkspace(read.value);
}

const opened = (content: DocumentContent): OpenDocument => ({
  id: content.document.id,
  text: content.text,
  place: content.place,
  annotations: byId(content.annotations),
  inOrder: sortedInText(content.annotations),
  links: byId(content.links),
  linked: byId(content.linked),
});

let wanted: DocumentId | null = null;

/** Shows a document. Where another one is asked for meanwhile, that one is shown. */
export async function openDocument(document: DocumentId): Promise<void> {
  wanted = document;
  if (workspace()?.open?.id === document) return;
  const read = await readAtRest(() => invoke('document.read', { document }));
  // Asked for twice, it would be read anew under what was selected in it meanwhile.
  if (wanted !== document || workspace()?.open?.id === document) return;
  if (!read.ok) {
    report(read.problem);
    return;
  }
  leaveSelection();
  changeWorkspace((current) => ({ ...current, open: opened(read.value) }));
}

/** How many changes are being committed, those included whose askers have still to be told. */
let running = 0;

/** What waits until no change is being committed. */
const resting = new Set<() => void>();

/** Counts a call that changes something among those that are under way. */
async function whileBusy<Value>(call: Promise<Value>): Promise<Value> {
  running += 1;
  try {
    return await call;
  } finally {
    // Whoever asked for the change goes first; who waited for it comes after.
    setTimeout(() => {
      running -= 1;
      if (running > 0) return;
      for (const resolve of resting) resolve();
      resting.clear();
    });
  }
}

/** Settles when no change is being committed any more; null where none is. */
export const idle = (): Promise<void> | null =>
  running === 0 ? null : new Promise((resolve) => resting.add(resolve));

/** Asks for a change. Answers once it is committed and shown; null where it changed nothing or was refused. */
export const run = (command: Command): Promise<Change | null> => whileBusy(committed(command));

async function committed(command: Command): Promise<Change | null> {
  const result = await invoke('change.run', { command });
  if (!result.ok) {
    report(inWords(result.problem));
    return null;
  }
  if (result.value) {
    receive(result.value);
    await arrival(result.value.number);
  }
  return result.value;
}

type Undone = AnswerOf<EngineCalls['change.undo']>;

/** Takes the last change of this coder back, or does it again. Answers with the change and where it took place. */
export async function stepInJournal(
  call: 'change.undo' | 'change.redo',
): Promise<(Omit<Undone, 'passed'> & Partial<Undone>) | null> {
  const result = await runUnshown(call === 'change.undo' ? 'undo' : 'redo', invoke(call, {}));
  if (!result.ok) {
    if (result.problem.code !== 'job-cancelled') report(result.problem);
    return null;
  }
  receive(result.value.change);
  await arrival(result.value.change.number);
  return result.value;
}
