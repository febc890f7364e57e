import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startChild } from '../../../tests/support/child';
import { emptyProject } from '../../../tests/support/project';

/** What an ordinary user is told who tries to open the project to work on it. */
const openUnprivileged = (path: string): Promise<unknown> =>
  startChild(import.meta.url, '../../../tests/support/open-unprivileged.ts', path).next();

let path: string;
beforeEach(() => {
  path = emptyProject();
  const folder = dirname(path);
  chmodSync(folder, 0o777);
  chmodSync(path, 0o666);
  onTestFinished(() => chmodSync(folder, 0o777));
});

describe.skipIf(process.platform === 'win32')('a project', () => {
  it('that may be written is opened to work on it', async () => {
    expect(await openUnprivileged(path)).toEqual({ reason: null, notices: [], coders: 0 });
  });

  it('that may only be read is opened so', async () => {
    chmodSync(path, 0o444);
    expect(await openUnprivileged(path)).toEqual({ reason: 'read-only-file', notices: [], coders: 0 });
  });

  it('in a folder that may only be read is opened so, although it might be written itself', async () => {
    chmodSync(dirname(path), 0o555);
    expect(await openUnprivileged(path)).toEqual({ reason: 'read-only-folder', notices: [], coders: 0 });
  });

  it('that may not be read is refused', async () => {
    chmodSync(path, 0o000);
    expect(await openUnprivileged(path)).toEqual({ code: 'file-unreadable', params: { path } });
  });

  it('in a folder that may not be entered is refused', async () => {
    chmodSync(dirname(path), 0o600);
    expect(await openUnprivileged(path)).toEqual({ code: 'file-unreadable', params: { path } });
  });
});
