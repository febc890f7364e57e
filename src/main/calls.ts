import { ipcMain } from 'electron';
import { problem } from '../core/problem';
import { fail } from '../core/result';
import { answerCall } from '../host/answer';
import type { Windows } from './windows';

/**
 * Answers the calls of windows. Only a window's own page is listened to: no frame in it, no page from elsewhere.
 * Answers go the way of events: an `ipcMain.handle` has a way of its own, on which answers overtake what was told
 * before them.
 */
export function answerCalls(windows: Windows): void {
  ipcMain.on('postil:call', (event, id: unknown, name: unknown, input: unknown) => {
    const sender = windows.ofFrame(event.senderFrame);
    const answer = sender
      ? answerCall(sender.session, sender.handlers, name, input)
      : Promise.resolve(JSON.stringify(fail(problem('sender-unknown'))));
    void answer.then((text) => {
      if (!event.sender.isDestroyed()) event.reply('postil:answer', id, text);
    });
  });
}
