import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { tag, valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import { plainExport } from '../../../contract/exchange';
import type { DocumentId } from '../../../core/ids';
import type { Options } from '../../../core/exchange/options';
import { handlers } from '../../calls/handlers';
import { childrenNamed, parseXml, textIn, type XmlElement } from '../../../formats/xml/tree';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

/** Draws a network, writes it to a path, and gives the report of that. */
async function draw(out: string | null, format: string, options: Options, project = richSample()) {
  const plan = { ...plainExport(format), options: { ...options } };
  return valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
}

async function written(format: string, options: Options, project = richSample()): Promise<string> {
  const out = join(temporaryFolder(), 'network');
  await draw(out, format, options, project);
  return readFileSync(out, 'utf8');
}

const datum = (element: XmlElement, key: string): string | undefined =>
  childrenNamed(element, 'data')
    .filter(({ attributes }) => attributes['key'] === key)
    .map(textIn)[0];

async function graph(
  options: Options,
  project = richSample(),
): Promise<{ readonly nodes: unknown; readonly edges: unknown }> {
  const [found] = childrenNamed(valueOf(parseXml(await written('graphml', options, project))), 'graph');
  if (!found) throw new Error('No graph was written');
  const labels = new Map(
    childrenNamed(found, 'node').map((node) => [node.attributes['id'], datum(node, 'label')]),
  );
  return {
    nodes: childrenNamed(found, 'node').map((node) => [datum(node, 'label'), datum(node, 'kind')]),
    edges: childrenNamed(found, 'edge').map((edge) => [
      labels.get(edge.attributes['source']),
      labels.get(edge.attributes['target']),
      datum(edge, 'relation'),
      datum(edge, 'weight'),
    ]),
  };
}

describe('a network', () => {
  it.each(['graphml', 'edges'])(
    'is reported with its size as %s, before it is written and where it is empty',
    async (format) => {
      const options = { speaker: 'role.speaker', concept: 'a.concept', stance: 'a.stance' };
      expect((await draw(null, format, options)).network).toEqual({ nodes: 2, ties: 1 });
      expect((await draw(null, format, { ...options, concept: '' })).network).toEqual({ nodes: 0, ties: 0 });
      expect((await draw(null, 'codebook-text', {})).network).toBeNull();
    },
  );

  it('ties speakers to concepts, by stance', async () => {
    const options = { speaker: 'role.speaker', concept: 'a.concept', stance: 'a.stance' };
    expect(await graph(options)).toEqual({
      nodes: [
        ['e.lee', 'speaker'],
        ['v2', 'concept'],
      ],
      edges: [['e.lee', 'v2', 'pro', '1']],
    });
  });

  it('ties entities that are named within one stretch of text, and has those that stand alone', async () => {
    const { nodes, edges } = await graph({ network: 'co-occurrence', within: 'document' });
    expect(nodes).toContainEqual(['e.lee', 'entity']);
    const alone = await graph({ network: 'co-occurrence', within: 'sentence' });
    expect((alone.edges as readonly unknown[]).length).toBeLessThanOrEqual(
      (edges as readonly unknown[]).length,
    );
  });

  it('has no entity for a mention of no words, and calls such an event by its type', async () => {
    const project = richSample();
    const before = await graph({ network: 'co-occurrence' }, project);
    tag(project, 'd1' as DocumentId, 3, 3, 'entity.place');
    tag(project, 'd1' as DocumentId, 5, 5, 'event.visit');
    expect(await graph({ network: 'co-occurrence' }, project)).toEqual(before);
    const { nodes } = await graph({ network: 'participants' }, project);
    expect(nodes).toEqual([
      ['visit', 'event'],
      ['e.meeting', 'event'],
    ]);
  });

  it('has the events of the registry with who takes part in them', async () => {
    expect(await graph({ network: 'participants' })).toEqual({ nodes: [['e.meeting', 'event']], edges: [] });
  });

  it('is a list of edges as well, under names of columns that Gephi knows', async () => {
    const options = { speaker: 'speaker', concept: 'concept', stance: 'stance' };
    const list = await written('edges', {
      ...options,
      speaker: 'role.speaker',
      concept: 'a.concept',
      stance: 'a.stance',
    });
    expect(list.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFSource,Target,Type,Weight,Relation,Documents,Source kind,Target kind,Source type,Target type',
      expect.stringMatching(/^e\.lee,v2,Directed,1,pro,1,speaker,concept,/u),
    ]);
  });
});
