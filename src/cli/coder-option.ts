import { InvalidArgumentError, Option } from 'commander';
import { name } from '../contract/fields';
import { accountName } from './session';
import { say } from './words';

function parseName(text: string): string {
  const parsed = name.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(say('badCoder'));
}

/** `--coder NAME`, as every command takes it that changes something. */
export const coderOption = (): Option =>
  new Option('--coder <name>', say('coder')).default(accountName()).argParser(parseName);
