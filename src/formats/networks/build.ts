import { grouped } from '../../core/grouped';
import type { DocumentId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { AttributeValue } from '../../core/model/codebook';
import { nameFor } from '../codebook/losses';
import type { Contents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { Network, type NetworkNode } from './network';
import { unitsOf } from './units';
import { idsNamed, kindsOf, Who } from './who';

/** A piece of nothing, which gives a moment to others, and to who cancels. */
const pause: Piece = { file: '', data: '' };

type Drawing = Generator<Piece, Network>;

/** Draws the network that the options name out of a project, with a pause behind each document, and tells its size. */
export function* networkOf(contents: Contents, context: SerializeContext): Drawing {
  const network = yield* drawing(contents, context);
  context.drawn({ nodes: network.nodes.size, ties: network.edges.size });
  return network;
}

function drawing(contents: Contents, context: SerializeContext): Drawing {
  switch (context.options['network']) {
    case 'co-occurrence':
      return coOccurrence(contents, context);
    case 'participants':
      return participants(contents, context);
    default:
      return speakersAndConcepts(contents, context);
  }
}

/**
 * Who says what: a two-mode network of the speakers of statements and their concepts (terms of a vocabulary, or what
 * fills a role so named), weighted by the number of statements, one edge for each stance (Leifeld 2017).
 */
function* speakersAndConcepts(contents: Contents, { options, language }: SerializeContext): Drawing {
  const network = new Network(true);
  const { roles, attributes, terms } = contents.codebook;
  const who = new Who(contents, language);
  const kinds = kindsOf(contents.codebook);
  const speakers = idsNamed(roles, options['speaker']);
  const conceptRoles = idsNamed(roles, options['concept']);
  const conceptAttributes = idsNamed(attributes, options['concept']);
  const stances = idsNamed(attributes, options['stance']);
  const termNames = new Map<string, string>(terms.map(({ id, name }) => [id, name]));
  const named = (value: AttributeValue): readonly string[] =>
    (Array.isArray(value) ? (value as readonly string[]) : [valueText(value)]).map(
      (one) => termNames.get(one) ?? one,
    );
  const concept = (name: string): NetworkNode => ({
    id: `concept ${name}`,
    label: name,
    kind: 'concept',
    type: '',
  });

  for (const one of contents.documents()) {
    const linksOf = grouped(one.links, ({ annotation }) => annotation);
    for (const statement of one.annotations) {
      if (kinds.get(statement.type) !== 'statement') continue;
      const links = linksOf.get(statement.id) ?? [];
      const filling = (ids: ReadonlySet<string>, kind: 'speaker' | 'concept'): readonly NetworkNode[] =>
        links.flatMap(({ role, target }) => (ids.has(role) ? (who.ofTarget(target, kind) ?? []) : []));
      const values = (ids: ReadonlySet<string>): readonly string[] =>
        Object.entries(statement.attributes).flatMap(([id, value]) => (ids.has(id) ? named(value) : []));
      const concepts = [...filling(conceptRoles, 'concept'), ...values(conceptAttributes).map(concept)];
      const stance = values(stances).join('; ');
      for (const speaker of filling(speakers, 'speaker'))
        for (const said of concepts) network.tie(speaker, said, stance, one.document.id);
    }
    yield pause;
  }
  return network;
}

/** Which entities are named together, within a document, a paragraph or a sentence: each pair once for each of these. */
function* coOccurrence(contents: Contents, { options, language }: SerializeContext): Drawing {
  const network = new Network(false);
  const who = new Who(contents, language);
  const kinds = kindsOf(contents.codebook);
  for (const one of contents.documents()) {
    const units = unitsOf(one, options['within']);
    const together = new Map<number, Map<string, NetworkNode>>();
    for (const annotation of one.annotations) {
      const [first] = annotation.fragments;
      if (kinds.get(annotation.type) !== 'entity' || !first) continue;
      const node = who.ofAnnotation(annotation, 'entity');
      if (!node) continue;
      network.add(node);
      const unit = units(first.start);
      const nodes = together.get(unit) ?? new Map<string, NetworkNode>();
      together.set(unit, nodes.set(node.id, node));
    }
    for (const nodes of together.values()) yield* tiePairs(network, [...nodes.values()], one.document.id);
    yield pause;
  }
  return network;
}

/** Ties each two of some nodes, with a pause behind each node: there may be very many pairs. */
function* tiePairs(
  network: Network,
  nodes: readonly NetworkNode[],
  document: DocumentId,
): Generator<Piece, void> {
  for (const [index, node] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) network.tie(node, other, '', document);
    yield pause;
  }
}

/** Who takes part in which event, and as what: from each participant to the event, one edge for each role. */
function* participants(contents: Contents, { language }: SerializeContext): Drawing {
  const network = new Network(true);
  const who = new Who(contents, language);
  const kinds = kindsOf(contents.codebook);
  const roleNames = new Map<string, string>(
    contents.codebook.roles.map(({ id, names }) => [id, nameFor(names, language)]),
  );
  for (const one of contents.documents()) {
    const linksOf = grouped(one.links, ({ annotation }) => annotation);
    for (const event of one.annotations) {
      if (kinds.get(event.type) !== 'event') continue;
      const node = eventNode(event, who);
      network.add(node);
      for (const { role, target } of linksOf.get(event.id) ?? []) {
        const participant = who.ofTarget(target, 'entity');
        if (participant) network.tie(participant, node, roleNames.get(role) ?? role, one.document.id);
      }
    }
    yield pause;
  }
  return network;
}

/** An event that the registry knows is one, however many reports there are; any other is its own. */
function eventNode(event: AnnotationRecord, who: Who): NetworkNode {
  const node = who.ofAnnotation(event, 'event') ?? who.unnamed(event, 'event');
  return event.entry === null ? { ...node, id: `annotation ${event.id}` } : node;
}

const valueText = (value: AttributeValue): string =>
  typeof value === 'object' && 'edtf' in value ? value.edtf : String(value);
