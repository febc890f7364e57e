import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/engine/engine';
import type { HowToOpen } from '../../src/contract/host-calls';
import { temporaryFolder } from '../support/folder';
import { richProject } from '../support/rich-project';

const pageSize = 4096;

/** What comes of opening a file and of checking it: the problem's code, or the rules that are broken. */
async function openAndCheck(path: string, how: HowToOpen): Promise<string | readonly string[]> {
  const opened = await openProject({ path, coderName: 'Anna', how });
  if (!opened.ok) return opened.problem.code;
  const checked = await opened.value.calls['project.check']({ job: 'check' });
  await opened.value.close();
  return checked.ok ? checked.value.map(({ rule }) => rule) : checked.problem.code;
}

const damage = ['file-corrupted', 'file-not-sqlite', 'file-not-project'];

describe('a project that lost any one of its pages', () => {
  it('is refused, and whoever looks at it or checks it nevertheless is told, whatever page it is', async () => {
    const original = join(temporaryFolder(), 'whole.postil');
    richProject(original);
    const bytes = readFileSync(original);
    const pages = bytes.length / pageSize;
    expect(pages).toBeGreaterThan(40);
    const path = join(temporaryFolder(), 'damaged.postil');
    const unnoticed: number[] = [];
    for (let page = 0; page < pages; page += 1) {
      const damaged = Buffer.from(bytes).fill(0, page * pageSize, (page + 1) * pageSize);
      writeFileSync(path, damaged);
      expect([page, damage.includes(String(await openAndCheck(path, 'normally')))]).toEqual([page, true]);
      expect(readFileSync(path).equals(damaged)).toBe(true);
      const looked = await openAndCheck(path, 'read-only');
      if (looked.length === 0) unnoticed.push(page);
    }
    expect(unnoticed).toEqual([]);
    copyFileSync(original, path);
    expect(await openAndCheck(path, 'normally')).toEqual([]);
    // Each page is a project that is opened twice.
  }, 300_000);
});
