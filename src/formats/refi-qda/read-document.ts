import type { RoleId, Timestamp, TypeId } from '../../core/ids';
import type { Span } from '../../core/model/annotation';
import type { Localised, TypeRecord } from '../../core/model/codebook';
import { problem, type Problem } from '../../core/problem';
import {
  plainAnnotation,
  plainDocument,
  type AnnotationDraft,
  type DocumentDraft,
  type LinkDraft,
} from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { childrenNamed, type XmlElement } from '../xml/tree';
import { filled, formatName, normalGuid } from './guid';
import { PlacedText, type Reading } from './placed-text';
import { relationEnds } from './own-names';
import type { LinkEnd, Links, ProjectLink } from './read-links';
import type { Notes } from './read-notes';
import { selectionsOf, type TextSelection, type TextSource } from './read-sources';
import { noValues, type Variables } from './read-variables';

/** What the documents of a project share. */
export interface ProjectParts {
  readonly file: string;
  readonly isOwn: boolean;
  readonly codebook: GrowingCodebook;
  /** The codes of the project, by their GUID. */
  readonly types: ReadonlyMap<string, TypeRecord>;
  readonly notes: Notes;
  readonly links: Links;
  readonly variables: Variables;
  /** The names of users by their GUID. */
  readonly users: ReadonlyMap<string, string>;
  /** The cases and sets that a source is in, as elements. */
  readonly groups: ReadonlyMap<string, readonly XmlElement[]>;
  readonly reading: Reading;
  /** The type of what is selected and not coded. */
  readonly quotation: () => TypeId;
}

/** What becomes of a selection: the annotations that its codings make, by the ids they get. */
export interface CodedSelection {
  readonly selection: TextSelection;
  readonly codings: readonly { readonly id: string; readonly element: XmlElement | null }[];
}

/** The id of an annotation: the GUID of its coding, or of its selection where nothing codes it. */
export function codedSelections(
  selections: readonly TextSelection[],
  { isOwn, links, file }: Pick<ProjectParts, 'isOwn' | 'links' | 'file'>,
): { readonly coded: readonly CodedSelection[]; readonly warnings: readonly Problem[] } {
  const warnings: Problem[] = [];
  const taken = new Set<string>();
  const unique = (guid: string, line: number): string => {
    if (taken.has(guid)) warnings.push(problem('format-id-again', { file, line, id: guid }));
    let id = guid;
    for (let again = 2; taken.has(id); again += 1) id = `${guid} (${again})`;
    taken.add(id);
    return id;
  };
  const coded = selections
    .filter(({ guid }) => !links.first.has(guid))
    .map((selection): CodedSelection => {
      const codings = childrenNamed(selection.element, 'Coding').map((element) => ({
        id: unique(filled(normalGuid(element.attributes['guid'])) ?? `line ${element.line}`, element.line),
        element,
      }));
      if (codings.length > 0) return { selection, codings };
      return {
        selection,
        codings: isOwn ? [] : [{ id: unique(selection.guid, selection.element.line), element: null }],
      };
    });
  return { coded, warnings };
}

/** Where links may lead in a document: to its selections, to their codings, and to those of the whole. */
export function* linkEnds(
  key: string,
  coded: readonly CodedSelection[],
  { elements }: TextSource,
): Generator<[string, LinkEnd]> {
  for (const { selection, codings } of coded) {
    yield [selection.guid, { document: key, annotation: codings[0]?.id ?? null }];
    for (const { id } of codings) yield [id, { document: key, annotation: id }];
  }
  for (const coding of elements.flatMap((one) => childrenNamed(one, 'Coding'))) {
    const id = normalGuid(coding.attributes['guid']);
    yield [id, { document: key, annotation: id }];
  }
}

/** Makes a document of a source and all that is selected in it. */
export class DocumentReading {
  readonly warnings: Problem[] = [];
  readonly #source: TextSource;
  readonly #parts: ProjectParts;
  readonly #text: PlacedText;
  readonly #selections: ReadonlyMap<string, TextSelection>;
  readonly #reading: Reading;

  constructor(source: TextSource, text: string, parts: ProjectParts) {
    this.#source = source;
    this.#parts = parts;
    this.#text = new PlacedText(text);
    this.#reading = source.isTranscript ? { ...parts.reading, ends: 'exclusive' } : parts.reading;
    const { selections } = selectionsOf(source, parts.file);
    this.#selections = new Map(selections.map((selection) => [selection.guid, selection]));
  }

  /** `links` are those that begin in this document. */
  draft(key: string, links: readonly ProjectLink[], ends: ReadonlyMap<string, LinkEnd>): DocumentDraft {
    const { guid, name, elements } = this.#source;
    const { notes, variables, file, groups } = this.#parts;
    const values = noValues();
    const own = groups.get(guid) ?? [];
    this.warnings.push(...variables.take([...elements, ...own], values, file, guid));
    for (const group of own) this.#nameGroup(group, values.metadata);
    const { coded } = codedSelections([...this.#selections.values()], this.#parts);
    const annotations = coded.flatMap((one) => this.#annotations(one));
    annotations.push(...this.#codedAsAWhole());
    const note = elements.map((one) => notes.noteOf(one)).filter((text) => text !== '');
    return {
      ...plainDocument(key, name, this.#text.text, { format: formatName, id: guid, fields: {} }),
      note: [...note, ...(this.#parts.links.notes.get(guid) ?? [])].join('\n\n'),
      ...values,
      annotations: this.#linked(annotations, links, ends, key),
    };
  }

  /** A case or a set that the source is in becomes metadata. */
  #nameGroup(group: XmlElement, metadata: Record<string, string>): void {
    const key = group.name;
    const name = group.attributes['name'] ?? '';
    const before = metadata[key];
    metadata[key] = before === undefined ? name : `${before}; ${name}`;
  }

  #annotations({ selection, codings }: CodedSelection): readonly AnnotationDraft[] {
    const spans = [selection.guid, ...(this.#parts.links.further.get(selection.guid) ?? [])].flatMap(
      (guid) => this.#span(guid) ?? [],
    );
    if (spans.length === 0) return [];
    const { element } = selection;
    const { notes, links } = this.#parts;
    const said = notes.noteOf(element);
    return codings.flatMap((coding) => {
      const type = this.#type(coding.element, selection);
      if (type === undefined) return [];
      const note = [
        said,
        ...(links.notes.get(selection.guid) ?? []),
        coding.element ? notes.noteOf(coding.element) : '',
      ].filter((text) => text !== '');
      const created = coding.element ?? element;
      return {
        ...plainAnnotation(coding.id, type, spans, {
          format: formatName,
          id: coding.id,
          fields: { selection: selection.guid, ...(codings.length > 1 ? { shared: true } : {}) },
        }),
        note: note.join('\n\n'),
        coder: this.#coder(created) ?? this.#coder(element),
        createdAt: timeIn(created, 'creationDateTime') ?? timeIn(element, 'creationDateTime'),
        modifiedAt: timeIn(element, 'modifiedDateTime'),
      };
    });
  }

  /** A source that is coded itself: its whole text is. */
  #codedAsAWhole(): readonly AnnotationDraft[] {
    return this.#source.elements.flatMap((source) =>
      childrenNamed(source, 'Coding').flatMap((coding) => {
        const type = this.#type(coding, null);
        if (type === undefined || this.#text.length === 0) return [];
        const id = filled(normalGuid(coding.attributes['guid'])) ?? `line ${coding.line}`;
        const whole = { start: 0, end: this.#text.length } as Span;
        return {
          ...plainAnnotation(id, type, [whole], { format: formatName, id, fields: { whole: true } }),
          note: this.#parts.notes.noteOf(coding),
          coder: this.#coder(coding),
          createdAt: timeIn(coding, 'creationDateTime'),
        };
      }),
    );
  }

  #span(guid: string): Span | null {
    const selection = this.#selections.get(guid);
    if (!selection) {
      const facts = { file: this.#parts.file, line: this.#source.element.line, missing: guid };
      this.warnings.push(problem('format-reference-missing', { ...facts, id: this.#source.guid }));
      return null;
    }
    const span = this.#text.span(selection, this.#reading);
    if (span === null) {
      const { start, end, element } = selection;
      const facts = { file: this.#parts.file, line: element.line, id: guid, start, end };
      this.warnings.push(problem('format-offsets-outside', { ...facts, length: this.#text.length }));
    }
    return span;
  }

  #type(coding: XmlElement | null, selection: TextSelection | null): TypeId | undefined {
    const { types, quotation, file } = this.#parts;
    if (coding === null) return quotation();
    const [ref] = childrenNamed(coding, 'CodeRef');
    const guid = normalGuid(ref?.attributes['targetGUID']);
    const type = types.get(guid);
    if (type && type.kind !== 'relation') return type.id;
    const id = selection?.guid ?? normalGuid(coding.attributes['guid']);
    this.warnings.push(problem('format-reference-missing', { file, line: coding.line, id, missing: guid }));
    return undefined;
  }

  #coder({ attributes }: XmlElement): string | null {
    const guid = normalGuid(attributes['creatingUser'] ?? attributes['modifyingUser']);
    return this.#parts.users.get(guid) ?? null;
  }

  #linked(
    annotations: readonly AnnotationDraft[],
    links: readonly ProjectLink[],
    ends: ReadonlyMap<string, LinkEnd>,
    key: string,
  ): readonly AnnotationDraft[] {
    const byId = new Map(annotations.map((one) => [one.id, { draft: one, links: [] as LinkDraft[] }]));
    const relations: AnnotationDraft[] = [];
    for (const link of links) {
      const from = ends.get(link.from)?.annotation;
      const origin = from === undefined || from === null ? undefined : byId.get(from);
      const role = origin && this.#role(origin.draft.type, link.name);
      if (role === undefined) relations.push(this.#relation(link, ends, key));
      else {
        const target = this.#target(link.to, ends, key);
        const own = { format: formatName, id: link.guid, fields: {} };
        if (target) origin?.links.push({ role, target, origin: own });
      }
    }
    return [...[...byId.values()].map(({ draft, links: own }) => ({ ...draft, links: own })), ...relations];
  }

  /** The role that a link of Postil's fills, by its name: that of a type, the type of the annotation or one above it. */
  #role(type: TypeId, name: string): RoleId | undefined {
    if (!this.#parts.isOwn) return undefined;
    const { codebook, types } = this.#parts;
    for (let at = types.get(type); at; at = at.parent === null ? undefined : types.get(at.parent)) {
      const own = `${nameIn(at.names)}.`;
      if (name.startsWith(own) && name.length > own.length)
        return codebook.role(at.id, name.slice(own.length));
    }
    return undefined;
  }

  #relation(link: ProjectLink, ends: ReadonlyMap<string, LinkEnd>, key: string): AnnotationDraft {
    const { codebook, isOwn, notes, types } = this.#parts;
    const own = isOwn
      ? [...types.values()].find(
          ({ kind, names }) => kind === 'relation' && relationEnds(nameIn(names), link.name) !== undefined,
        )
      : undefined;
    const type = own?.id ?? codebook.type('relation', link.name);
    const names = (own && relationEnds(nameIn(own.names), link.name)) ?? (['from', 'to'] as const);
    const [from, to] = [codebook.role(type, names[0]), codebook.role(type, names[1])];
    const targets = [
      [from, link.from],
      [to, link.to],
    ] as const;
    return {
      ...plainAnnotation(link.guid, type, [], { format: formatName, id: link.guid, fields: {} }),
      note: notes.noteOf(link.element),
      links: targets.flatMap(([role, guid]) => {
        const target = this.#target(guid, ends, key);
        return target ? [{ role, target, origin: null }] : [];
      }),
    };
  }

  #target(guid: string, ends: ReadonlyMap<string, LinkEnd>, key: string): LinkDraft['target'] | null {
    const end = ends.get(guid);
    if (end?.annotation === null) {
      const span = this.#span(guid);
      return span && { by: 'span', span };
    }
    if (end?.annotation === undefined) return null;
    return {
      by: 'annotation',
      annotation: end.annotation,
      document: end.document === key ? null : end.document,
    };
  }
}

/** Codes have one name. */
const nameIn = (names: Localised): string => Object.values(names)[0] ?? '';

/** A moment as the file tells it; without a time zone, it is taken to be in UTC. */
function timeIn({ attributes }: XmlElement, name: string): Timestamp | null {
  const written = attributes[name]?.trim() ?? '';
  if (!/^\d{4}-\d\d-\d\dT/u.test(written)) return null;
  const moment = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(written) ? written : `${written}Z`);
  return Number.isNaN(moment.getTime()) ? null : (moment.toISOString() as Timestamp);
}
