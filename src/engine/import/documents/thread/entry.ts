/** The thread in which files are read that may be broken or made to do harm: it can be stopped at any time. */
import { parentPort } from 'node:worker_threads';
import { readRequested } from './readers';
import type { FromThread, ReadRequest } from './messages';

const tell = (message: FromThread): void => parentPort?.postMessage(message);

// A promise inside a library that nobody waits for is about the file, too: what counts is what the reader answers.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (request: ReadRequest) => {
  void readRequested(request, (done, total) => tell({ kind: 'progress', done, total })).then((result) =>
    tell({ kind: 'done', result }),
  );
});
