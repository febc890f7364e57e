import { createHash } from 'node:crypto';
import type { WorkDocument } from './workload.ts';

const at = '2026-01-01T00:00:00.000Z';
const kinds = ['entity', 'entity', 'event', 'statement'] as const;

/** The code point offset of each UTF-16 offset of a text. */
function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = count;
    const unit = text.charCodeAt(index);
    const isHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
    if (!isHighSurrogate) count += 1;
  }
  offsets[text.length] = count;
  return offsets;
}

/** The same offset, or the one before it where it would cut a surrogate pair in half. */
function wholeCharacter(text: string, offset: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
  return isInside ? offset - 1 : offset;
}

function typeLine(index: number, types: number): object {
  const kind = kinds[index % kinds.length];
  return {
    id: `bench.type-${index}`,
    kind,
    parent: null,
    position: 1000 + index,
    names: { en: `type ${index}` },
    guidelines: {},
    hue: Math.floor((360 * index) / types),
    key: index === 0 ? 'Digit1' : null,
    symmetric: false,
    origin: null,
  };
}

const rolesOfEach = 3;

/** The roles of an event or a statement, each of which any annotation may fill. */
function roleLines(type: number): object[] {
  const kind = kinds[type % kinds.length];
  if (kind === 'entity') return [];
  return Array.from({ length: rolesOfEach }, (_, position) => ({
    id: `bench.type-${type}.role-${position}`,
    type: `bench.type-${type}`,
    position,
    names: { en: `role ${position}` },
    key: null,
    min: 0,
    max: 1,
    fillers: { kinds: ['entity', 'event', 'statement'], types: [], entries: true, spans: true },
    origin: null,
  }));
}

/** Links from events and statements to the annotations before them, until so many have all their roles filled. */
function linkLines({ spans, linked = 0 }: WorkDocument, idOf: (index: number) => string): object[] {
  const having = spans
    .map(({ label }, index) => ({ label, index }))
    .filter(({ label, index }) => kinds[label % kinds.length] !== 'entity' && index >= rolesOfEach)
    .slice(0, linked);
  return having.flatMap(({ label, index }) =>
    Array.from({ length: rolesOfEach }, (_, role) => ({
      id: `${idOf(index)}.link-${role}`,
      annotation: idOf(index),
      role: `bench.type-${label}.role-${role}`,
      position: 0,
      target: { by: 'annotation', annotation: idOf(index - role - 1) },
      origin: null,
    })),
  );
}

/** The records of one document, each as it stands in Postil's JSON format. */
export interface DocumentLines {
  readonly document: object;
  readonly annotations: readonly object[];
  readonly links: readonly object[];
}

/** What one document of a project holds; `position` is its place in the queue. */
export function documentLines(document: WorkDocument, position: number): DocumentLines {
  const { name, text, spans } = document;
  const id = `bench.document-${position}`;
  const offsets = codePointOffsets(text);
  const idOf = (index: number): string => `${id}.annotation-${String(index).padStart(6, '0')}`;
  const annotations = spans.map(({ label, ...span }, index) => {
    const [start, end] = [wholeCharacter(text, span.start), wholeCharacter(text, span.end)];
    const fragment = { start: offsets[start], end: offsets[end], quote: text.slice(start, end) };
    return {
      id: idOf(index),
      document: id,
      type: `bench.type-${label}`,
      coder: 'bench.coder',
      fragments: [fragment],
      entry: null,
      attributes: {},
      status: 'draft',
      note: '',
      createdAt: at,
      modifiedAt: at,
      origin: null,
    };
  });
  const line = {
    id,
    name,
    position: position + 1,
    status: 'draft',
    note: '',
    metadata: {},
    attributes: {},
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    length: offsets[text.length],
    encoding: 'utf-8',
    byteOrderMark: false,
    addedAt: at,
    origin: null,
    text,
  };
  return { document: line, annotations, links: linkLines(document, idOf) };
}

/** The coder and the codebook of a project whose spans have so many types. */
export const codebookLines = (types: number) => ({
  coders: [{ id: 'bench.coder', name: 'Bench', origin: null }],
  types: Array.from({ length: types }, (_, index) => typeLine(index, types)),
  roles: Array.from({ length: types }, (_, index) => roleLines(index)).flat(),
});

/** A project in Postil's JSON format that holds these documents with their spans, ready to be imported. */
export function projectJson(documents: readonly WorkDocument[]): string {
  const types = Math.max(...documents.flatMap(({ spans }) => spans.map(({ label }) => label + 1)), 1);
  const lines = documents.map(documentLines);
  return JSON.stringify({
    format: 'postil-project',
    version: 1,
    ...codebookLines(types),
    documents: lines.map(({ document }) => document),
    annotations: lines.flatMap(({ annotations }) => annotations),
    links: lines.flatMap(({ links }) => links),
  });
}
