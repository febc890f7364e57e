import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sampleProject } from '../../../../tests/support/arbitrary/project';
import { projectOf, richSample } from '../../../../tests/support/exchange/round-trip';
import { valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import { richText } from '../../../../tests/support/rich-project';
import { plainExport } from '../../../contract/exchange';
import { handlers } from '../../calls/handlers';
import type { Project } from '../../project';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

async function written(project: Project, pages: 'each' | 'one', format = 'html'): Promise<string> {
  const out = join(temporaryFolder(), 'pages');
  const plan = { ...plainExport(format), options: format === 'html' ? { pages } : {} };
  valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
  return out;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The words of the text, without what was put around them. */
const textOf = (page: string): readonly string[] =>
  [...page.matchAll(/<div class="text">(.*?)<\/div>\n/gsu)].map(([, inside = '']) =>
    unescaped(inside.replace(/<sup.*?<\/sup>/gsu, '').replace(/<[^>]*>/gu, '')),
  );

describe('a page of a document', () => {
  it('has its text as it is, with roles, notes and attributes of its annotations beside it', async () => {
    const out = await written(richSample(), 'each');
    expect(readdirSync(out).sort()).toEqual(['a.txt.html', 'index.html']);
    const page = readFileSync(join(out, 'a.txt.html'), 'utf8');
    expect(textOf(page)).toEqual([richText]);
    for (const part of ['e.lee', 'role.speaker', 'a.stance', 'pro', '2026-11', 'сказал'])
      expect(page).toContain(part);
  });

  it('runs and fetches nothing, and keeps the text, whatever a project holds', () =>
    fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        const sample = sampleProject(generator);
        const page = readFileSync(await written(await projectOf(sample), 'one'), 'utf8');
        expect(page).not.toMatch(/<script|<img|<iframe|\son\w+=|javascript:/iu);
        expect(textOf(page).toSorted()).toEqual(
          sample.records.document.map(({ sha256 }) => sample.texts.get(sha256) ?? '').toSorted(),
        );
      }),
      { seed: 20_261_122, numRuns: 5, endOnFailure: true },
    ));
});

describe('a report of a codebook', () => {
  it('has the types as a tree, with roles, attributes and how often each was used', async () => {
    const report = readFileSync(await written(richSample(), 'one', 'codebook-text'), 'utf8');
    expect(report).toMatch(/^Events\n-+\n/mu);
    expect(report).toMatch(/role\.speaker \(0–1\): entities, registry entries/u);
    expect(report).toMatch(/a\.stance \(one-of\): pro; contra/u);
    expect(report).toMatch(/\(uses: \d+/u);
  });
});
