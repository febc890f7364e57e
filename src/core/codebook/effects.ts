import type { ProjectView } from '../commands/project-view';
import type { DiffWithJoined } from '../commands/join-relations';
import type { AnnotationId, AttributeId, CoderId, DocumentId, RoleId, TypeId } from '../ids';
import { quoteOf, type AnnotationRecord, type LinkRecord } from '../model/annotation';
import type { AttributeRecord, AttributeValue, AttributeValues, Localised } from '../model/codebook';
import { isDatedWords } from '../rules/attribute-domain';
import type { Codebook } from './codebook';
import { areNamesakes } from '../rules/namesakes';
import { isSame } from '../same';
import { lookupIn } from './lookup';
import { becomingUnfinished } from './unfinished';
import { recordsBecomingUnfinished } from './unfinished-records';

/** What a change of the codebook does to something that was coded. */
const effectKinds = [
  'deleted',
  'joined',
  'retyped',
  'unlinked',
  'relinked',
  'cleared',
  'revalued',
  'recast',
  'shortened',
  'disconnected',
  'unfinished',
  'unfinishedEntries',
  'unfinishedDocuments',
  'entries',
  'documents',
] as const;

export type EffectKind = (typeof effectKinds)[number];

/** One case of an effect, so that it can be looked at. */
export interface EffectExample {
  readonly annotation: AnnotationId | null;
  /** Who made the annotation; null where it is about none. */
  readonly coder: CoderId | null;
  readonly document: DocumentId | null;
  readonly documentName: string;
  /** The words that are annotated, or the name of the entry or document. */
  readonly quote: string;
  /** The type, role or attribute that it is about, before and after; null where there is none. */
  readonly before: Localised | null;
  readonly after: Localised | null;
  /** A value before and after, as words. */
  readonly values: readonly [before: string, after: string] | null;
}

/** One kind of effect, in numbers and in examples. */
export interface Effect {
  readonly kind: EffectKind;
  readonly count: number;
  readonly examples: readonly EffectExample[];
}

const mostExamples = 5;

/** Effects as they are gathered: only the first few are made into examples. */
class Gathering {
  readonly #found = new Map<EffectKind, { count: number; examples: EffectExample[] }>();

  add(kind: EffectKind, example: () => EffectExample): void {
    const effect = this.#found.get(kind) ?? { count: 0, examples: [] };
    effect.count += 1;
    if (effect.examples.length < mostExamples) effect.examples.push(example());
    this.#found.set(kind, effect);
  }

  all(): Effect[] {
    return effectKinds.flatMap((kind) => {
      const effect = this.#found.get(kind);
      return effect ? [{ kind, ...effect }] : [];
    });
  }
}

/**
 * What a diff of the codebook does to all that was coded: how often, and the first few cases of each. A relation that
 * becomes one with another is not deleted. Links that go with their annotation, and entries and documents with several changed values, count once.
 */
export function effectsOf(
  { diff, joined }: DiffWithJoined,
  before: Codebook,
  after: Codebook,
  view: ProjectView,
): readonly Effect[] {
  const [now, then] = [lookupIn(before), lookupIn(after)];
  const gathering = new Gathering();
  const typeNames = (id: TypeId): Localised | null => (then.type(id) ?? now.type(id))?.names ?? null;
  const roleNames = (id: RoleId): Localised | null => (then.role(id) ?? now.role(id))?.names ?? null;
  const words = (value: AttributeValue | undefined): string => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return value.join(', ');
    if (isDatedWords(value)) return (value as { readonly words: string }).words;
    return (then.term(value as never) ?? now.term(value as never))?.name ?? String(value);
  };

  const exampleOf = (annotation: AnnotationRecord, more: Partial<EffectExample>): EffectExample => ({
    annotation: annotation.id,
    coder: annotation.coder,
    document: annotation.document,
    documentName: view.find('document', annotation.document)?.name ?? '',
    quote: wordsOf(annotation, view),
    before: null,
    after: null,
    values: null,
    ...more,
  });

  const gone = new Set<AnnotationId>();
  for (const record of diff.removed)
    if (record.record === 'annotation') {
      gone.add(record.id);
      const kind = joined.has(record.id) ? 'joined' : 'deleted';
      gathering.add(kind, () => exampleOf(record, { before: typeNames(record.type) }));
    }
  for (const [was, is] of diff.updated) {
    if (was.record === 'annotation' && is.record === 'annotation') {
      if (was.type !== is.type)
        gathering.add('retyped', () =>
          exampleOf(was, { before: now.type(was.type)?.names ?? null, after: typeNames(is.type) }),
        );
      if (was.entry !== is.entry) gathering.add('disconnected', () => exampleOf(was, {}));
      addValues(was.attributes, is.attributes, (more) => exampleOf(was, more));
    } else if (was.record === 'link' && is.record === 'link') {
      if (was.role !== is.role)
        addLink('relinked', was, { before: roleNames(was.role), after: roleNames(is.role) });
    } else if (was.record === 'entry' && is.record === 'entry') {
      const example = { ...nameless, quote: was.name };
      gathering.add('entries', () => example);
      addValues(was.attributes, is.attributes, (more) => ({ ...example, ...more }));
    } else if (was.record === 'document' && is.record === 'document') {
      const example = { ...nameless, document: was.id, documentName: was.name, quote: was.name };
      gathering.add('documents', () => example);
      addValues(was.attributes, is.attributes, (more) => ({ ...example, ...more }));
    }
  }
  for (const record of diff.removed)
    if (record.record === 'link' && !gone.has(record.annotation))
      addLink('unlinked', record, { before: roleNames(record.role) });
  for (const { annotation, lacks } of becomingUnfinished(diff, before, after, view))
    gathering.add('unfinished', () => exampleOf(annotation, { before: lacks[0] ?? null }));
  for (const { record, lacks } of recordsBecomingUnfinished(diff, before, after, view))
    gathering.add(record.record === 'entry' ? 'unfinishedEntries' : 'unfinishedDocuments', () => ({
      ...nameless,
      document: record.record === 'document' ? record.id : null,
      quote: record.name,
      before: lacks[0] ?? null,
    }));
  return gathering.all();

  function addLink(kind: 'unlinked' | 'relinked', link: LinkRecord, names: Partial<EffectExample>): void {
    gathering.add(kind, () => {
      const holder = view.find('annotation', link.annotation);
      const filler = fillerWords(link, view);
      return holder ? exampleOf(holder, { ...names, values: [filler, filler] }) : { ...nameless, ...names };
    });
  }

  function addValues(
    was: AttributeValues,
    is: AttributeValues,
    example: (more: Partial<EffectExample>) => EffectExample,
  ): void {
    for (const [id, value] of Object.entries(was)) {
      const before = now.attribute(id as AttributeId);
      if (!before) continue;
      // A value that moves to the attribute of the same name is not lost.
      const home =
        id in is ? id : Object.keys(is).find((other) => !(other in was) && isNamesake(other, before));
      const later = home === undefined ? undefined : is[home];
      const domain = then.attribute(home as AttributeId)?.domain.kind ?? before.domain.kind;
      const kind = effectOn(value, later, domain !== before.domain.kind);
      if (kind)
        gathering.add(kind, () => example({ before: before.names, values: [words(value), words(later)] }));
    }
  }

  function isNamesake(id: string, before: AttributeRecord): boolean {
    const after = then.attribute(id as AttributeId);
    return after !== undefined && areNamesakes(after, before);
  }
}

/** What a value is called that is another one later; null where it stays. */
function effectOn(
  value: AttributeValue,
  later: AttributeValue | undefined,
  isRecast: boolean,
): EffectKind | null {
  if (later === undefined) return 'cleared';
  if (isSame(later, value)) return null;
  if (!isRecast) return 'revalued';
  const isOneOf =
    Array.isArray(value) && value.length > 1 && value.join(', ') !== later && !Array.isArray(later);
  return isOneOf ? 'shortened' : 'recast';
}

const nameless: EffectExample = {
  annotation: null,
  coder: null,
  document: null,
  documentName: '',
  quote: '',
  before: null,
  after: null,
  values: null,
};

function fillerWords({ target }: LinkRecord, view: ProjectView): string {
  if (target.by === 'span') return target.span.quote;
  if (target.by === 'entry') return view.find('entry', target.entry)?.name ?? '';
  const filler = view.find('annotation', target.annotation);
  return filler ? quoteOf(filler) : '';
}

/** What an annotation is known by: its words, or those of the two that a relation ties together. */
const wordsOf = (annotation: AnnotationRecord, view: ProjectView): string =>
  annotation.fragments.length > 0
    ? quoteOf(annotation)
    : view
        .linksOf(annotation.id)
        .filter((link) => link.annotation === annotation.id)
        .map((link) => fillerWords(link, view))
        .join(' – ');
