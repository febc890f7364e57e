import { problem } from '../../core/problem';
import { ExportRefusal } from '../exchange/format';

/** How many edges a network may have: all of them are in memory until it is written, some 300 bytes each. */
const mostEdges = 2_000_000;

/** What a node stands for. */
export type NodeKind = 'speaker' | 'concept' | 'entity' | 'event';

/** Who or what is tied to others. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  /** The name of its type in the codebook; empty where it has none. */
  readonly type: string;
}

/** A tie between two nodes, and how often it was met. */
export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  /** The role that the source fills in the target, or the stance that it takes to it; empty where nothing is said. */
  readonly relation: string;
  weight: number;
  /** In how many documents. */
  readonly documents: Set<string>;
}

/** Who is tied to whom or what, and how often. Nodes and edges are in the order in which they were met. */
export class Network {
  readonly isDirected: boolean;
  readonly #most: number;
  readonly nodes = new Map<string, NetworkNode>();
  readonly edges = new Map<string, NetworkEdge>();

  /** `most` is how many edges it may have: with more it is refused (`ExportRefusal`). */
  constructor(isDirected: boolean, most = mostEdges) {
    this.isDirected = isDirected;
    this.#most = most;
  }

  /** Adds a node, if it is not there. */
  add(node: NetworkNode): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
  }

  /** Counts one tie more between two nodes, which come in if they are not there. */
  tie(source: NetworkNode, target: NetworkNode, relation: string, document: string): void {
    this.add(source);
    this.add(target);
    const [from, to] = this.isDirected || source.id < target.id ? [source, target] : [target, source];
    const key = JSON.stringify([from.id, to.id, relation]);
    const edge = this.edges.get(key) ?? {
      source: from.id,
      target: to.id,
      relation,
      weight: 0,
      documents: new Set<string>(),
    };
    edge.weight += 1;
    edge.documents.add(document);
    this.edges.set(key, edge);
    if (this.edges.size > this.#most)
      throw new ExportRefusal(problem('export-network-too-large', { most: this.#most }));
  }
}
