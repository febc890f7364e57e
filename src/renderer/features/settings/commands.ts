import type { CommandActions } from '../../commands/registry';
import { growText } from './text-size';

/** The size of the text by keyboard. */
export const settingsCommands = {
  'view.biggerText': { run: () => growText(1) },
  'view.smallerText': { run: () => growText(-1) },
} satisfies Partial<CommandActions>;
