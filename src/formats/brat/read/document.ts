import { makeOffsetTable, type OffsetTable } from '../../../core/offsets';
import type { Span } from '../../../core/model/annotation';
import type { Problem } from '../../../core/problem';
import { plainDocument, type DocumentDraft } from '../../exchange/drafts';
import type { GrowingCodebook } from '../../exchange/growing-codebook';
import { draftOf, keepLine, type Built, type Place, type Placed } from './built';
import { attributeReader } from './attributes';
import { linkArguments } from './arguments';
import type { ReadEntries } from '../entries';
import { equate, isEquivalence } from './equivalences';
import { grouped } from '../../../core/grouped';
import { bratOrigin, type KeptConfiguration } from '../kept';
import { LineFaults } from './line-faults';
import { quoted, writeLine, type AnnLine, type LineOf } from '../lines';
import { readLines } from './lines';

/** A text and its annotations as they stand in files. */
export interface BratFiles {
  /** Below the collection's folder, without the ending: what the document is called. */
  readonly name: string;
  readonly text: string;
  /** The path of the annotations, for warnings. */
  readonly file: string;
  readonly annotations: string;
  /** The configuration of the collection, where this document is the one that keeps it. */
  readonly configuration: KeptConfiguration | undefined;
}

/** A document, and what of its lines could not be taken as it stands. */
export interface ReadDocument {
  readonly document: DocumentDraft;
  readonly warnings: readonly Problem[];
}

/** Reads one document; types and entries that it speaks of are made in the codebook and the registry of its collection. */
export const readDocument = (files: BratFiles, book: GrowingCodebook, entries: ReadEntries): ReadDocument =>
  new DocumentReader(files, book, entries).read();

class DocumentReader {
  readonly #files: BratFiles;
  readonly #book: GrowingCodebook;
  readonly #entries: ReadEntries;
  readonly #offsets: OffsetTable;
  readonly #faults: LineFaults;
  #lines: readonly Placed<AnnLine>[] = [];
  #built: Built[] = [];
  /** What an id of the file means. */
  readonly #byId = new Map<string, Built>();

  constructor(files: BratFiles, book: GrowingCodebook, entries: ReadEntries) {
    this.#files = files;
    this.#book = book;
    this.#entries = entries;
    this.#offsets = makeOffsetTable(files.text);
    this.#faults = new LineFaults(files.file);
  }

  /** Reads all lines: annotations first, then what speaks of them. */
  read(): ReadDocument {
    const { lines, ends } = readLines(this.#files.annotations, this.#faults);
    this.#lines = lines;
    this.#buildAnnotations();
    for (const built of this.#built)
      linkArguments(built, this.#book, (id) => this.#byId.get(id), this.#tellMissing);
    const detail = attributeReader(this.#lines, this.#book);
    for (const placed of this.#lines) this.#readDetail(placed, detail);
    for (const built of this.#built) this.#refer(built);
    const equivalences = equate(
      this.#lines.filter(isEquivalence),
      this.#mention,
      (line, id) => this.#faults.tellMissing(line, '*', id),
      ({ number, line }) => this.#faults.tellUnfit(number, '*', line.type),
      (first, line) => this.#entries.equivalent(this.#mentioned(first), this.#files.name, line),
    );
    return {
      document: {
        ...plainDocument(
          this.#files.name,
          this.#files.name,
          this.#files.text,
          bratOrigin(this.#files.name, {
            ...ends,
            rest: this.#faults.rest,
            equivalences,
            configuration: this.#files.configuration,
          }),
        ),
        annotations: this.#built.map((built) => draftOf(built, this.#canonical(built))),
      },
      warnings: this.#faults.warnings,
    };
  }

  readonly #tellMissing = (line: number, id: string, missing: string): void => {
    this.#faults.tellMissing(line, id, missing);
  };

  #buildAnnotations(): void {
    const textBound = new Map<string, Placed<LineOf<'text-bound'>>>();
    const triggers = new Set<string>();
    for (const { line } of this.#lines) if (line.kind === 'event') triggers.add(line.trigger);
    for (const { line, number, written } of this.#lines)
      if (line.kind === 'text-bound' && !textBound.has(line.id) && this.#isInside({ line, number, written }))
        textBound.set(line.id, { line, number, written });
    for (const { line, number, written } of this.#lines) {
      if (line.kind === 'text-bound') {
        const first = textBound.get(line.id);
        if (!first || (first.number === number && triggers.has(line.id))) continue;
        if (first.number !== number && !this.#isInside({ line, number, written })) continue;
        this.#checkQuote(line, number);
        this.#buildTextBound({ line, number, written });
      } else if (line.kind === 'event') {
        const trigger = textBound.get(line.trigger);
        if (trigger) this.#buildEvent({ line, number, written }, trigger);
        else {
          this.#faults.keepAside({ number, written });
          this.#faults.tellMissing(number, line.id, line.trigger);
        }
      } else if (line.kind === 'relation') this.#buildRelation({ line, number, written });
    }
    this.#leaveOutHalfRelations();
  }

  /** Whether the text has the place of a line; that it has not is told. */
  #isInside(placed: Placed<LineOf<'text-bound'>>): boolean {
    const length = this.#offsets.codePoints;
    const { id, spans } = placed.line;
    const outside = spans.find(({ start, end }) => start > end || end > length);
    if (outside) this.#faults.tellOutside(placed, id, outside, length);
    return outside === undefined;
  }

  #words(spans: readonly Span[]): string {
    const offsets = this.#offsets;
    return quoted(
      spans.map(({ start, end }) => this.#files.text.slice(offsets.toUtf16(start), offsets.toUtf16(end))),
    );
  }

  #checkQuote({ id, spans, quote }: LineOf<'text-bound'>, line: number): void {
    const blank = (text: string): string => text.replace(/\s/gu, ' ').trim();
    if (blank(quote) !== blank(this.#words(spans))) this.#faults.tellQuoteDiffers(line, id);
  }

  #buildTextBound(place: Placed<LineOf<'text-bound'>>): void {
    const { type: typeName, spans } = place.line;
    // A trigger that no event has is one all the same, where the type is that of an event only.
    const isAlone =
      !this.#book.hasType('entity', typeName) &&
      (['event', 'statement'] as const).some((kind) => this.#book.hasType(kind, typeName));
    const kind = isAlone ? this.#happening(typeName) : 'entity';
    this.#add(place, { kind, typeName, spans, args: [], isAlone });
  }

  #buildEvent(place: Placed<LineOf<'event'>>, trigger: Placed<LineOf<'text-bound'>>): void {
    const { type: typeName, args } = place.line;
    const { id, type, spans } = trigger.line;
    const isKnown = this.#byId.has(id);
    if (!isKnown) this.#checkQuote(trigger.line, trigger.number);
    const canonical = writeLine({ ...trigger.line, quote: this.#words(spans) });
    const kept = { id, ...keepLine(trigger, canonical), ...(type === typeName ? {} : { type }) };
    const kind = this.#happening(typeName);
    const built = this.#add(place, { kind, typeName, spans, args, isAlone: false, trigger: kept });
    if (!isKnown) this.#byId.set(id, built);
  }

  /** What has a trigger is an event, unless the configuration remarks that it is a statement. */
  #happening(typeName: string): 'event' | 'statement' {
    return this.#book.hasType('statement', typeName) ? 'statement' : 'event';
  }

  #buildRelation(place: Placed<LineOf<'relation'>>): void {
    const { type: typeName, args } = place.line;
    this.#add(place, { kind: 'relation', typeName, spans: [], args, isAlone: false });
  }

  #add(
    place: Built['place'],
    what: Pick<Built, 'kind' | 'typeName' | 'spans' | 'args' | 'isAlone'> & Partial<Pick<Built, 'trigger'>>,
  ): Built {
    const { id } = place.line;
    const isTaken = this.#byId.has(id);
    if (isTaken) this.#faults.tellIdAgain(place.number, id);
    const built: Built = {
      ...what,
      id: isTaken ? `${id}#${place.number}` : id,
      writtenId: id,
      type: this.#book.type(what.kind, what.typeName),
      place,
      trigger: what.trigger,
      attributes: new Map(),
      keptAttributes: [],
      references: [],
      notes: [],
      links: [],
      missing: [],
      entry: null,
    };
    this.#built.push(built);
    if (!isTaken) this.#byId.set(id, built);
    return built;
  }

  /** A relation needs both ends; one whose end is itself left out goes too. */
  #leaveOutHalfRelations(): void {
    const relations = this.#built.filter(({ kind }) => kind === 'relation');
    const ends = relations.flatMap((built) => built.args.map(({ target }) => ({ built, target })));
    const needing = grouped(ends, ({ target }) => target);
    const left = new Set<Built>();
    const leave = (built: Built, missing: string): void => {
      left.add(built);
      this.#faults.keepAside(built.place);
      this.#faults.tellMissing(built.place.number, built.writtenId, missing);
      if (this.#byId.get(built.writtenId) === built) this.#byId.delete(built.writtenId);
    };
    for (const { built, target } of ends)
      if (!left.has(built) && [undefined, built].includes(this.#byId.get(target))) leave(built, target);
    // What is left out here is met by this loop as well.
    for (const { writtenId } of left)
      if (!this.#byId.has(writtenId))
        for (const { built } of needing.get(writtenId) ?? []) if (!left.has(built)) leave(built, writtenId);
    if (left.size > 0) this.#built = this.#built.filter((built) => !left.has(built));
  }

  #canonical(built: Built): string {
    const { line } = built.place;
    return writeLine(line.kind === 'text-bound' ? { ...line, quote: this.#words(line.spans) } : line);
  }

  #readDetail(placed: Placed<AnnLine>, attributes: ReturnType<typeof attributeReader>): void {
    const { line, number, written } = placed;
    if (line.kind !== 'attribute' && line.kind !== 'reference' && line.kind !== 'note') return;
    const built = this.#byId.get(line.target);
    if (!built) {
      this.#faults.keepAside(placed);
      this.#faults.tellMissing(number, line.id, line.target);
      return;
    }
    const kept = {
      ...keepLine({ number, written }, writeLine(line)),
      ...(line.target === built.writtenId ? {} : { target: line.target }),
    };
    if (line.kind === 'attribute') {
      if (attributes(built, line)) built.keptAttributes.push({ ...kept, id: line.id, name: line.name });
      else this.#unfit(placed, line.id, line.name);
    } else if (line.kind === 'note')
      built.notes.push({ ...kept, id: line.id, type: line.type, text: line.text });
    else if (built.kind === 'relation') this.#unfit(placed, line.id, line.name);
    else {
      const { id, name, scheme, value, title } = line;
      built.references.push({ ...kept, id, name, scheme, value, title });
    }
  }

  #unfit(place: Place, id: string, field: string): void {
    this.#faults.keepAside(place);
    this.#faults.tellUnfit(place.number, id, field);
  }

  #mentioned(built: Built): Parameters<ReadEntries['referred']>[0] {
    const kind = built.kind === 'entity' ? 'entity' : 'event';
    const type = built.kind === 'statement' ? null : built.type;
    return { kind, type, quote: this.#words(built.spans).trim() || built.writtenId };
  }

  #refer(built: Built): void {
    if (built.references.length === 0) return;
    built.entry = this.#entries.referred(this.#mentioned(built), built.references, ({ id, line, name }) =>
      this.#faults.tellUnfit(line, id, name),
    );
  }

  /** What an id means that can be a mention of something. */
  readonly #mention = (id: string): Built | undefined => {
    const found = this.#byId.get(id);
    return found?.kind === 'relation' ? undefined : found;
  };
}
