import { useIsMac } from '../stores/host';
import { useInterface } from '../stores/interface';
import { useWorkspaceState } from '../stores/workspace/workspace';
import { capsOf } from './chords';
import { keymap, keysOf, type CommandId } from '../../contract/keymap';
import { useLabelOf } from './layout';

/** What a command does, and when it can be done. */
export interface CommandAction {
  readonly run: () => unknown;
  /** Reads the stores; where it is missing, the command can always be run. */
  readonly isAvailable?: () => boolean;
}

export type CommandActions = Readonly<Record<CommandId, CommandAction>>;

let actions: CommandActions | null = null;

/** Gives every command what it does. Called once, by the application, which alone knows all of its features. */
export const provideCommands = (all: CommandActions): void => {
  actions = all;
};

/** Whether a command can be run at this moment. */
export const isAvailable = (id: CommandId): boolean => actions?.[id].isAvailable?.() ?? actions !== null;

/** Runs a command if it can be run. Answers whether it was. */
export function runCommand(id: CommandId): boolean {
  if (!actions || !isAvailable(id)) return false;
  actions[id].run();
  return true;
}

/** Whether there is a command of this name. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(keymap, id);

/** Whether a command can be run, for a component that shows it. */
export function useIsAvailable(id: CommandId): boolean {
  useWorkspaceState((state) => state.workspace !== null && isAvailable(id));
  useInterface(() => isAvailable(id));
  return isAvailable(id);
}

/** The caps of a command's first key in the active layout; null where it has none. */
export function useCaps(id: CommandId): readonly string[] | null {
  const isMac = useIsMac();
  const labelOf = useLabelOf();
  const first = keysOf(id, isMac)[0];
  return first === undefined ? null : capsOf(first, isMac, labelOf);
}
