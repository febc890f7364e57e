import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeStaging } from '../host/staging';
import { makeDownloads } from './downloads';
import { listenOnLoopback, portOf } from './listen';

/** A real server that does nothing but hand over files. */
async function serve() {
  const staging = makeStaging();
  const downloads = makeDownloads(staging);
  const servers = await listenOnLoopback(0);
  for (const server of servers)
    server.on('request', (request, response) => void downloads.send(request.url ?? '', response));
  onTestFinished(async () => {
    for (const server of servers) server.close();
    await staging.clear();
  });
  return { downloads, origin: `http://127.0.0.1:${portOf(servers[0])}` };
}

describe('a file for the browser', () => {
  it('is given once under its own name, and is gone then', async () => {
    const { downloads, origin } = await serve();
    const path = await downloads.target('мой экспорт.json');
    writeFileSync(path, '{"a":1}');
    const link = downloads.link(path) ?? '';
    const response = await fetch(origin + link);
    expect(await response.text()).toBe('{"a":1}');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toBe(
      "attachment; filename*=UTF-8''мой экспорт.json",
    );
    expect((await fetch(origin + link)).status).toBe(404);
    await vi.waitFor(() => {
      expect(existsSync(path)).toBe(false);
    });
  });

  it('is given only where it was made for that', async () => {
    const { downloads, origin } = await serve();
    expect(downloads.link('/etc/passwd')).toBeNull();
    expect((await fetch(`${origin}/downloads/guessed`)).status).toBe(404);
    const unwritten = downloads.link(await downloads.target('never written.json')) ?? '';
    expect((await fetch(origin + unwritten)).status).toBe(404);
  });

  it.each([
    ['../../a.json', '__.._a.json'],
    ['a/b:c?.json', 'a_b_c_.json'],
    ['.hidden', '_hidden'],
    ['line\nbreak.json', 'line_break.json'],
  ])('called %j is named %j', async (suggested, name) => {
    const { downloads } = await serve();
    expect(basename(await downloads.target(suggested))).toBe(name);
  });
});
