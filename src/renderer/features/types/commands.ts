import type { CommandActions } from '../../commands/registry';
import { workspace } from '../../stores/workspace/workspace';
import { typeFilter } from './focus';

/** The way to the types by keyboard. */
export const typeCommands = {
  'types.filter': {
    run: () => typeFilter.current?.focus(),
    isAvailable: () => workspace() !== null,
  },
} satisfies Partial<CommandActions>;
