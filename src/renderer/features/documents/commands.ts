import type { DocumentSummary } from '../../../contract/engine-answers';
import type { Status } from '../../../core/model/document';
import type { CommandActions } from '../../commands/registry';
import { t } from '../../i18n/i18n';
import { showDialog, useInterface } from '../../stores/interface';
import { announce, notify } from '../../stores/notices';
import { openDocument, run } from '../../stores/workspace/session';
import { isWritable, workspace } from '../../stores/workspace/workspace';
import { documentFilter } from './focus';
import { chosenIds } from '../../stores/marked';

const hasDocuments = (): boolean => (workspace()?.documents.size ?? 0) > 0;
const isOpen = (): boolean => workspace()?.open?.id !== undefined;
const canChange = (): boolean => isOpen() && isWritable();

/** The documents as the queue has them, from the one after the open one round to it. */
function queueAfterOpen(): readonly DocumentSummary[] {
  const queue = [...(workspace()?.documents.values() ?? [])];
  const index = queue.findIndex(({ document }) => document.id === workspace()?.open?.id);
  return [...queue.slice(index + 1), ...queue.slice(0, index + 1)];
}

function openNeighbour(step: 1 | -1): void {
  const queue = [...(workspace()?.documents.keys() ?? [])];
  const index = queue.findIndex((id) => id === workspace()?.open?.id);
  const next = index < 0 ? queue[0] : queue[index + step];
  if (next) void openDocument(next);
}

function openNextUnfinished(): void {
  const openId = workspace()?.open?.id;
  const next = queueAfterOpen().find(({ document }) => document.status !== 'done' && document.id !== openId);
  if (next) void openDocument(next.document.id);
  else notify(t('documents:allDone'));
}

async function mark(status: Status): Promise<void> {
  const document = workspace()?.open?.id;
  if (!document || !(await run({ name: 'document.status', documents: [document], status }))) return;
  const name = workspace()?.documents.get(document)?.document.name ?? '';
  announce(t('documents:statusNow', { name, status: t(`common:status.${status}`) }));
}

const ask = (name: 'rename' | 'note') => (): void => {
  const document = workspace()?.open?.id;
  if (document) showDialog({ name, document });
};

/** A dialog about the marked documents, else about the open one. */
const askAbout = (name: 'remove' | 'document-details' | 'document-join') => (): void => {
  const documents = chosenIds();
  if (documents.length > 0) showDialog({ name, documents });
};

const hasChosen = (): boolean => isWritable() && chosenIds().length > 0;

function askWhereToSplit(): void {
  const open = workspace()?.open;
  const at = useInterface.getState().editor?.selection()?.span.start;
  if (open && at !== undefined) showDialog({ name: 'document-split', document: open.id, at });
}

/** Moves the marked documents, or the open one, one place up or down the queue. */
const move = (direction: 1 | -1) => async (): Promise<void> => {
  const chosen = new Set(chosenIds());
  const queue = [...(workspace()?.documents.keys() ?? [])];
  const places = queue.flatMap((id, index) => (chosen.has(id) ? [index] : []));
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  if (direction < 0 ? first === 0 : last === queue.length - 1) return;
  const before = (direction < 0 ? queue[first - 1] : queue[last + 2]) ?? null;
  if (await run({ name: 'document.reorder', documents: [...chosen], before }))
    announce(t('documents:moved', { place: first + direction + 1, total: queue.length }));
};

/** Going through the documents, and what is done with the one that is open. */
export const documentCommands = {
  'document.nextUnfinished': { run: openNextUnfinished, isAvailable: hasDocuments },
  'document.next': { run: () => openNeighbour(1), isAvailable: hasDocuments },
  'document.previous': { run: () => openNeighbour(-1), isAvailable: hasDocuments },
  'document.finish': { run: () => void mark('done').then(openNextUnfinished), isAvailable: canChange },
  'document.markDraft': { run: () => mark('draft'), isAvailable: canChange },
  'document.markDone': { run: () => mark('done'), isAvailable: canChange },
  'document.markDoubtful': { run: () => mark('doubtful'), isAvailable: canChange },
  'document.rename': { run: ask('rename'), isAvailable: canChange },
  'document.note': { run: ask('note'), isAvailable: canChange },
  'document.remove': { run: askAbout('remove'), isAvailable: hasChosen },
  'document.details': { run: askAbout('document-details'), isAvailable: () => chosenIds().length > 0 },
  'document.split': {
    run: askWhereToSplit,
    isAvailable: () => canChange() && useInterface.getState().editor !== null,
  },
  'document.join': {
    run: askAbout('document-join'),
    isAvailable: () => isWritable() && chosenIds().length > 1,
  },
  'document.moveUp': { run: move(-1), isAvailable: hasChosen },
  'document.moveDown': { run: move(1), isAvailable: hasChosen },
  'documents.filter': { run: () => documentFilter.current?.focus(), isAvailable: hasDocuments },
} satisfies Partial<CommandActions>;
