import { subscribe } from '../bridge/bridge';
import { startKeys } from '../commands/dispatch';
import { readLayout } from '../commands/layout';
import { isCommandId, provideCommands, runCommand } from '../commands/registry';
import { pressRoleKey } from '../features/roles/keys';
import { pressTypeKey } from '../features/types/tagging';
import { pressValueKey } from '../features/values/keys';
import { keepFilling } from '../stores/filling/filling';
import { startJobs } from '../stores/jobs';
import { showProject } from '../stores/project';
import { startSettings } from '../stores/settings';
import { idle, startSession } from '../stores/workspace/session';
import { commands } from './commands';
import { keepFocus } from './keep-focus';
import { takeFiles } from './take-files';

/** Connects the interface with the host and the keyboard, and shows the project of this window. */
export async function start(): Promise<void> {
  provideCommands(commands);
  startKeys((key) => pressRoleKey(key) || pressValueKey(key.physical) || pressTypeKey(key.physical), idle);
  keepFocus();
  keepFilling();
  startSession();
  startJobs();
  subscribe('menu', ({ command }) => {
    if (isCommandId(command)) runCommand(command);
  });
  subscribe('files', ({ paths }) => void takeFiles(paths));
  await Promise.all([startSettings(), readLayout()]);
  await showProject();
}
