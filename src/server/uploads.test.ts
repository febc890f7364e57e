import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '../core/result';
import { makeStaging } from '../host/staging';
import { portOf, listenOnLoopback } from './listen';
import { makeUploads, usualLimits, type UploadLimits } from './uploads';

/** A real server that does nothing but receive uploads. */
async function serve(limits: UploadLimits = usualLimits) {
  const staging = makeStaging();
  const receive = makeUploads(staging, limits);
  const servers = await listenOnLoopback(0);
  for (const server of servers)
    server.on('request', (request, response) => void receive(request.url ?? '', request, response));
  onTestFinished(async () => {
    for (const server of servers) server.close();
    await staging.clear();
  });
  const origin = `http://127.0.0.1:${portOf(servers[0])}`;
  const put = (path: string, body: string): Promise<Response> =>
    fetch(`${origin}${path}`, { method: 'PUT', body });
  return { put };
}

/** The problem's code, or the path. */
async function outcomeOf(response: Response): Promise<string> {
  const result = (await response.json()) as Result<string>;
  return result.ok ? result.value : result.problem.code;
}

describe('an upload', () => {
  it('is written under its name; a folder is answered as one path', async () => {
    const { put } = await serve();
    const batch = randomUUID();
    const first = await outcomeOf(await put(`/uploads/${batch}/corpus/2021/%D0%B0.txt`, 'текст'));
    const second = await outcomeOf(await put(`/uploads/${batch}/corpus/b.txt`, ''));
    expect(second).toBe(first);
    expect(readFileSync(join(first, '2021/а.txt'), 'utf8')).toBe('текст');
    expect(readFileSync(join(first, 'b.txt'), 'utf8')).toBe('');
  });

  it.each([
    '/uploads/no-batch/a.txt',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/..%2Fa.txt',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/a%00.txt',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/..%5Ca.txt',
    '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/%zz',
  ])('is refused at %s', async (path) => {
    const { put } = await serve();
    expect((await put(path, 'text')).status).toBe(400);
  });

  it('that is larger than the limit is refused, and leaves nothing behind', async () => {
    const { put } = await serve({ bytesPerFile: 1000, bytesTogether: 10_000 });
    const batch = randomUUID();
    const small = await outcomeOf(await put(`/uploads/${batch}/small.txt`, 'a'.repeat(1000)));
    const large = await put(`/uploads/${batch}/large.txt`, 'a'.repeat(1001));
    expect(large.status).toBe(413);
    expect(await outcomeOf(large)).toBe('upload-too-large');
    expect(existsSync(small)).toBe(true);
    expect(existsSync(join(dirname(small), 'large.txt'))).toBe(false);
  });

  it('is refused once all together are more than the disk should take', async () => {
    const { put } = await serve({ bytesPerFile: 1000, bytesTogether: 2000 });
    const batch = randomUUID();
    const statuses: number[] = [];
    for (const name of ['a', 'b', 'c'])
      statuses.push((await put(`/uploads/${batch}/${name}.txt`, 'a'.repeat(900))).status);
    expect(statuses).toEqual([201, 201, 413]);
  });
});
