import { timestampOf, type Timestamp, type TypeId } from '../../../core/ids';
import type { Span } from '../../../core/model/annotation';
import { problem, type Problem } from '../../../core/problem';
import {
  plainAnnotation,
  plainDocument,
  type AnnotationDraft,
  type DocumentDraft,
} from '../../exchange/drafts';
import { childrenNamed, type XmlElement } from '../../xml/tree';
import { codedSelections, type CodedSelection } from './coded-selections';
import { DocumentLinks } from './document-links';
import { filled, formatName, normalGuid } from '../guid';
import { PlacedText, type Reading } from './placed-text';
import type { ProjectParts } from './project-parts';
import type { LinkEnd, ProjectLink } from './links';
import { selectionsOf, type TextSelection, type TextSource } from './sources';
import { noValues } from './variables';

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
    const documentLinks = new DocumentLinks(key, ends, this.#parts, (selection) => this.#span(selection));
    const note = elements.map((one) => notes.noteOf(one)).filter((text) => text !== '');
    return {
      ...plainDocument(key, name, this.#text.text, { format: formatName, id: guid, fields: {} }),
      note: [...note, ...(this.#parts.links.notes.get(guid) ?? [])].join('\n\n'),
      ...values,
      annotations: documentLinks.linked(annotations, links),
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
}

/** A moment as the file tells it; without a time zone, it is taken to be in UTC. */
function timeIn({ attributes }: XmlElement, name: string): Timestamp | null {
  const written = attributes[name]?.trim() ?? '';
  if (!/^\d{4}-\d\d-\d\dT/u.test(written)) return null;
  const moment = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(written) ? written : `${written}Z`);
  return Number.isNaN(moment.getTime()) ? null : timestampOf(moment);
}
