import { ipcMain } from 'electron';
import { problem } from '../core/problem';
import { fail } from '../core/result';
import { answerCall } from '../host/answer';
import type { Windows } from './windows';

/** Answers the calls of windows. Only a window's own page is listened to: no frame in it, no page from elsewhere. */
export function answerCalls(windows: Windows): void {
  ipcMain.handle('postil:call', (event, name: unknown, input: unknown) => {
    const sender = windows.ofFrame(event.senderFrame);
    if (!sender) return JSON.stringify(fail(problem('sender-unknown')));
    return answerCall(sender.session, sender.handlers, name, input);
  });
}
