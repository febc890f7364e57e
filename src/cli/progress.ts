import type { WriteStream } from 'node:tty';
import type { Progress } from '../contract/events';
import type { Engine } from '../engine/engine';
import { say } from './words';

/** The whole line is drawn anew each time. */
const clearLine = '\r\u001b[2K';

function lineOf({ phase, done, total }: Progress): string {
  const share = total === null || total === 0 ? '' : ` ${Math.floor((done / total) * 100)} %`;
  return `${say(`progress.${phase}`)}${share}`;
}

/** Shows on a terminal how far the work is; to a file or a pipe it says nothing. */
export function showProgress(engine: Engine, stream: Pick<WriteStream, 'write' | 'isTTY'>): { end(): void } {
  if (!stream.isTTY) return { end: () => undefined };
  const unsubscribe = engine.subscribe((name, event) => {
    if (name === 'progress') stream.write(clearLine + lineOf(event as Progress));
  });
  return {
    end: () => {
      unsubscribe();
      stream.write(clearLine);
    },
  };
}
