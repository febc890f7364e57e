import type { Format, Piece, SerializeContext } from '../exchange/format';
import type { Contents } from '../exchange/contents';
import { escapeXml } from '../xml/escape';
import { networkOf } from './build';
import { networkCarries, networkOptions } from './options';

/** The attributes of nodes and edges, declared as GraphML wants them. */
const keys = [
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['type', 'node', 'string'],
  ['weight', 'edge', 'double'],
  ['relation', 'edge', 'string'],
  ['documents', 'edge', 'int'],
] as const;

const data = (key: string, value: string | number): string =>
  `<data key="${key}">${escapeXml(String(value))}</data>`;

/** Writes a network as plain GraphML 1.0 (graphml.graphdrawing.org), which Gephi, Cytoscape, igraph and networkx open. */
function* serialize(contents: Contents, context: SerializeContext): Generator<Piece> {
  const network = yield* networkOf(contents, context);
  const file = 'network.graphml';
  yield {
    file,
    data: [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...keys.map(
        ([name, of, type]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`,
      ),
      `  <graph id="network" edgedefault="${network.isDirected ? 'directed' : 'undirected'}">\n`,
      `    <desc>${escapeXml(contents.name)}</desc>\n`,
    ].join(''),
  };
  const numbers = new Map<string, number>();
  for (const { id, label, kind, type } of network.nodes.values()) {
    numbers.set(id, numbers.size);
    const values = [data('label', label), data('kind', kind), data('type', type)].join('');
    yield { file, data: `    <node id="n${numbers.size - 1}">${values}</node>\n` };
  }
  let count = 0;
  for (const { source, target, relation, weight, documents } of network.edges.values()) {
    const values = [
      data('weight', weight),
      data('relation', relation),
      data('documents', documents.size),
    ].join('');
    const ends = `source="n${numbers.get(source) ?? ''}" target="n${numbers.get(target) ?? ''}"`;
    yield { file, data: `    <edge id="e${count}" ${ends}>${values}</edge>\n` };
    count += 1;
  }
  yield { file, data: '  </graph>\n</graphml>\n' };
}

/** Networks as a graph file. */
export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML',
  import: null,
  export: {
    options: networkOptions,
    target: () => 'file',
    ending: () => '.graphml',
    carries: () => networkCarries,
    serialize,
  },
};
