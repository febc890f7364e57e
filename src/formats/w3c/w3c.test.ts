import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newProject, valueOf } from '../../../tests/support/engine';
import { exportTo } from '../../../tests/support/exchange/export-lines';
import { faultsIn } from '../../../tests/support/exchange/faults';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { w3c } from './format';
import { postilContext } from './vocabulary';

interface Collection {
  readonly first: string;
  readonly '@context': readonly unknown[];
  readonly documents: readonly {
    readonly text: string;
    readonly annotations: {
      readonly id: string;
      readonly next?: string;
      readonly items: readonly {
        readonly target: string | readonly { readonly selector: readonly object[] }[];
      }[];
    };
  }[];
}

describe('a collection of Web Annotations', () => {
  it('comes back as it was, with everything but versions and history', async () => {
    const { differences, contradictions, warnings, losses } = await roundTrip('w3c');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
    expect(losses.filter(({ thing }) => thing !== 'version' && thing !== 'history')).toEqual([]);
  });

  it('selects each fragment by its place in code points and by its words', async () => {
    const { out } = await roundTrip('w3c');
    const { documents } = JSON.parse(readFileSync(out, 'utf8')) as Collection;
    for (const { text, annotations } of documents)
      for (const { target } of annotations.items)
        for (const { selector } of typeof target === 'string' ? [] : target) {
          const [position, quote] = selector as [
            { start: number; end: number },
            { prefix: string; exact: string; suffix: string },
          ];
          const characters = Array.from(text);
          const { start, end } = position;
          expect(characters.slice(start, end).join('')).toBe(quote.exact);
          expect(characters.slice(0, start).join('').endsWith(quote.prefix)).toBe(true);
          expect(characters.slice(end).join('').startsWith(quote.suffix)).toBe(true);
        }
  });

  it('leads from its first page to each of the others, as any reader of collections follows them', async () => {
    const project = newProject();
    const folder = folderWith({ 'a.txt': 'One', 'b.txt': 'Two', 'c.txt': 'Three' });
    valueOf(await importFiles(project, [folder]));
    const { first, documents } = JSON.parse(
      readFileSync(await exportTo(project, 'w3c'), 'utf8'),
    ) as Collection;
    const pages = documents.map(({ annotations }) => annotations);
    expect(first).toBe(pages[0]?.id);
    expect(pages.map(({ next }) => next)).toEqual([pages[1]?.id, pages[2]?.id, undefined]);
  });

  it('has with it the context that is published', async () => {
    const { out } = await roundTrip('w3c');
    const file = JSON.parse(readFileSync(out, 'utf8')) as Collection;
    const published = readFileSync('resources/postil-annotation.context.jsonld', 'utf8');
    expect(JSON.parse(published)).toEqual({ '@context': postilContext });
    expect(file['@context'][1]).toEqual(postilContext);
  });

  it('comes back so whatever the project is', { timeout: 300_000 }, () => holdsForAny('w3c'));

  it('tells of what is missing or broken', async () => {
    const annotation = (start: number, more: object = {}): object => ({
      id: 'urn:postil:annotation:a',
      body: { class: 'person', fillers: [{ role: 'r' }] },
      target: [{ selector: [{ type: 'TextPositionSelector', start, end: 3 }] }],
      ...more,
    });
    const items = [annotation(0), annotation(5), annotation(0, { body: {} })];
    const documents = [{ text: 'abc', annotations: { items } }, { annotations: {} }];
    const content = JSON.stringify({ codebook: { types: [{ id: 'x' }] }, entries: [{}], documents });
    const parsed = await parsedOf(w3c, [fileOf('c.jsonld', content)]);
    expect(
      warningsIn(parsed).map(({ code, params }) => `${code} ${params['field'] ?? params['id']}`),
    ).toEqual([
      'format-value-unfit codebook (1)',
      'format-value-unfit entry',
      'format-value-unfit fillers',
      'format-id-again a',
      'format-offsets-outside a-2',
      'format-id-again a',
      'format-value-unfit class',
      'format-value-unfit text',
    ]);
    expect(documentsIn(parsed)).toHaveLength(1);
  });

  it('leaves out a relation whose end is not there, so that what came in is sound', async () => {
    const entity = (id: number): object => ({ id, label: 'A', start_offset: id, end_offset: id + 1 });
    const tied = {
      text: 'abc',
      entities: [entity(0), entity(1)],
      relations: [{ from_id: 0, to_id: 1, type: 'R' }],
    };
    const before = newProject();
    await importFiles(before, [folderWith({ 'a.jsonl': JSON.stringify(tied) })], { format: 'doccano' });
    const content = JSON.parse(readFileSync(await exportTo(before, 'w3c'), 'utf8')) as Collection;
    const documents = content.documents.map(({ annotations, ...document }) => ({
      ...document,
      annotations: { ...annotations, items: annotations.items.slice(1) },
    }));
    const after = newProject();
    const files = [folderWith({ 'c.jsonld': JSON.stringify({ ...content, documents }) })];
    const { problems, added } = valueOf(await importFiles(after, files, { format: 'w3c' }));
    expect(problems.map(({ problem }) => problem.code)).toContain('import-relation-untied');
    expect(added.annotation).toBe(1);
    expect(await faultsIn(after)).toEqual([]);
  });

  it('never makes the parser throw or hang, whatever befalls it', { timeout: fuzzTimeout }, async () => {
    const { out } = await roundTrip('w3c');
    await survivesDamage(w3c, 'c.jsonld', readFileSync(out, 'utf8'));
  });
});
