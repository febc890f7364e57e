import type { CodebookCommand } from '../../../core/commands/codebook/command';
import { childrenOf } from '../../../core/codebook/codebook';
import type { TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';
import { invoke } from '../../bridge/bridge';
import { report } from '../../stores/notices';
import { showPart, showType } from '../../stores/shown-part';
import { run } from '../../stores/workspace/session';
import { useCodebookState } from './state';

/** Asks about a change, with what it does before one's eyes. Answers whether it was made. */
const ask = (command: CodebookCommand): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (isDone: boolean): void => {
      useCodebookState.setState({ question: null });
      resolve(isDone);
    };
    useCodebookState.setState({ question: { command, answer } });
  });

/**
 * Changes the codebook. Where that touches anything that was coded, or leaves types with something twice, it is shown
 * first and asked about. Answers whether it was done.
 */
export async function change(command: CodebookCommand): Promise<boolean> {
  const preview = await invoke('codebook.preview', { command });
  if (!preview.ok) {
    report(preview.problem);
    return false;
  }
  const { effects, doubles } = preview.value;
  if (effects.length + doubles.length > 0) return ask(command);
  return (await run(command)) !== null;
}

/** Makes a type, and answers with its id. */
export async function createType(
  command: Extract<CodebookCommand, { readonly name: 'type.create' }>,
): Promise<TypeId | null> {
  const made = await run(command);
  return made?.diff.added.find((record) => record.record === 'type')?.id ?? null;
}

/** Asks about a change after which a type is gone, and then shows what stands beside it in the tree. */
export async function askToLose(
  type: TypeRecord,
  name: 'type.remove' | 'type.merge',
  types: readonly TypeRecord[],
): Promise<void> {
  const siblings = childrenOf(types, type.parent).filter(({ kind }) => kind === type.kind);
  const at = siblings.findIndex(({ id }) => id === type.id);
  const beside = siblings[at + 1]?.id ?? siblings[at - 1]?.id ?? type.parent;
  const isDone = await ask(
    name === 'type.merge'
      ? { name, type: type.id, into: type.id, keep: true, join: true }
      : { name, type: type.id, to: null, keep: true },
  );
  if (isDone && beside !== null) showType(beside);
  else if (isDone) showPart(null);
}
