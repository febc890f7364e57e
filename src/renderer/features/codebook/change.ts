import type { CodebookCommand } from '../../../core/commands/codebook/command';
import type { TypeId } from '../../../core/ids';
import { invoke } from '../../bridge/bridge';
import { report } from '../../stores/notices';
import { run } from '../../stores/workspace/session';
import { useCodebookState } from './state';

/** Asks about a change, with what it does before one's eyes. Answers whether it was made. */
export const ask = (command: CodebookCommand): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (isDone: boolean): void => {
      useCodebookState.setState({ question: null });
      resolve(isDone);
    };
    useCodebookState.setState({ question: { command, answer } });
  });

/**
 * Changes the codebook. Where that touches anything that was coded, it is shown first and asked about. Answers
 * whether it was done.
 */
export async function change(command: CodebookCommand): Promise<boolean> {
  const preview = await invoke('codebook.preview', { command });
  if (!preview.ok) {
    report(preview.problem);
    return false;
  }
  if (preview.value.effects.length > 0) return ask(command);
  return (await run(command)) !== null;
}

/** Makes a type, and answers with its id. */
export async function createType(
  command: Extract<CodebookCommand, { readonly name: 'type.create' }>,
): Promise<TypeId | null> {
  const made = await run(command);
  return made?.diff.added.find((record) => record.record === 'type')?.id ?? null;
}
