import type { DocumentSummary } from '../../../contract/engine-answers';
import type { Status } from '../../../core/model/document';
import type { CommandActions } from '../../commands/registry';
import { t } from '../../i18n/i18n';
import { showDialog } from '../../stores/interface';
import { notify } from '../../stores/notices';
import { openDocument, run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { documentFilter } from './focus';

const hasDocuments = (): boolean => (workspace()?.documents.size ?? 0) > 0;
const isOpen = (): boolean => workspace()?.open?.id !== undefined;
const isWritable = (): boolean => workspace()?.project.readOnly === null;
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
  if (document) await run({ name: 'document.status', documents: [document], status });
}

const ask = (name: 'rename' | 'note' | 'remove') => (): void => {
  const document = workspace()?.open?.id;
  if (document) showDialog({ name, document });
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
  'document.remove': { run: ask('remove'), isAvailable: canChange },
  'documents.filter': { run: () => documentFilter.current?.focus(), isAvailable: hasDocuments },
} satisfies Partial<CommandActions>;
