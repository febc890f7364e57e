// What no page of Postil can do, in whichever host it runs.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, type UntypedBridge } from './support/calls';
import { expect, test } from './support/test';

test('a page runs no script but its own files', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    const handler = document.createElement('div');
    handler.setAttribute('onclick', 'window.handlerRan = true');
    document.body.append(handler);
    handler.click();
    // Outside of this call, where the test's own right to evaluate does not count.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(String((0, eval)('"ran"')));
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'refused');
        }
      });
    });
    const ran = Object.keys(window).filter((name) => name === 'inlineRan' || name === 'handlerRan');
    return { ran, evaluated, refused };
  });
  expect(outcome.ran).toEqual([]);
  expect(outcome.evaluated).toBe('EvalError');
  expect(outcome.refused).toContain('script-src-elem');
  expect(outcome.refused).toContain('script-src-attr');
});

test('a page loads nothing from elsewhere and tells nothing elsewhere', async ({ page }) => {
  let asked = 0;
  const elsewhere = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => elsewhere.once('listening', resolve));
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

  const refused = await page.evaluate(async (url) => {
    const tries: Promise<string>[] = [];
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = url;
    const script = document.createElement('script');
    script.src = url;
    const image = document.createElement('img');
    image.src = url;
    for (const [name, element] of Object.entries({ script, style, img: image })) {
      tries.push(
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            if (effectiveDirective.startsWith(name)) resolve(name);
          });
        }),
      );
      document.body.append(element);
    }
    tries.push(
      fetch(url).then(
        () => 'fetched',
        () => 'fetch',
      ),
    );
    return Promise.all(tries);
  }, address);
  elsewhere.close();
  expect(refused).toEqual(['script', 'style', 'img', 'fetch']);
  expect(asked).toBe(0);
});

test('the interface itself keeps to the policy', async ({ application, page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('button').first()).toBeVisible();
  await ask(page, 'projects.create', { path: `${application.home}/projects/policy.postil` });
  await page.reload();
  await expect(page.getByRole('status').first()).toBeAttached();
  expect(refused).toEqual([]);
});

test('a call with an input that the contract does not know is refused', async ({ application, page }) => {
  await ask(page, 'projects.create', { path: `${application.home}/projects/inputs.postil` });
  const bad: readonly (readonly [name: unknown, input: unknown])[] = [
    ['settings.write', { patch: { textSize: 'large' } }],
    ['settings.write', { patch: { unknown: 1 } }],
    ['projects.open', { path: 5, how: 'normally' }],
    ['projects.open', { path: '/tmp/a.postil', how: 'by force' }],
    ['document.read', { document: '' }],
    ['change.run', { command: { name: 'project.delete' } }],
    ['change.run', { command: { name: 'annotation.delete', annotations: [] } }],
    ['project.describe', null],
    ['project.describe', { extra: true }],
    ['toString', {}],
    ['__proto__', {}],
    ['no.such.call', {}],
  ];
  for (const [name, input] of bad) {
    const result = await page.evaluate(
      (call) => (window.postil as unknown as UntypedBridge).invoke(call[0], call[1]),
      [name, input] as const,
    );
    expect(result, `${String(name)} ${JSON.stringify(input)}`).toMatchObject({
      ok: false,
      problem: { code: 'input-invalid' },
    });
  }
});

test('a call has no power over paths that lead out of what was dropped', async ({ page }) => {
  for (const relativePath of ['../outside.txt', '/etc/passwd', 'a/../../b.txt', 'a//b.txt', '..']) {
    const result = await page.evaluate(
      (path) =>
        window.postil
          .pathsOf([{ relativePath: path, file: new File(['text'], 'a.txt') }], {
            onProgress: () => undefined,
            signal: { aborted: false },
          })
          .catch(() => null),
      relativePath,
    );
    expect(result?.ok ?? false, relativePath).toBe(false);
  }
});
