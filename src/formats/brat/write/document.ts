import type { AnnotationId } from '../../../core/ids';
import type { Lose } from '../../../core/exchange/losses';
import type { Reason, Thing } from '../../../core/exchange/things';
import type { EntryRecord, LinkRecord } from '../../../core/model/annotation';
import { makeOffsetTable } from '../../../core/offsets';
import type { DocumentContents } from '../../exchange/contents';
import { writeEquivalences } from './equivalences';
import { grouped } from '../../../core/grouped';
import { LineIds } from './ids';
import { keptDocument, keptEntry } from '../kept';
import { spokenOf } from './spoken-of';
import { quoted, readLine, saySame, writeLine, type AnnLine } from '../lines';
import type { Names } from '../names';
import { outgoing, type OutLine, type Outgoing } from './outgoing';
import { argumentsOf, type FilledRole } from './arguments';
import { attributesOf, notesOf, referencesOf, unbroken } from './details';

/** What the documents of a collection are written with. */
export interface Writing {
  readonly names: Names;
  readonly entry: (id: string) => EntryRecord | undefined;
  /** Whether an annotation is exported, in whichever document. */
  readonly isExported: (id: AnnotationId) => boolean;
  /** Called for every entry that a line names, with the identifiers that stand there. */
  readonly onEntry: (entry: EntryRecord) => void;
  readonly lose: Lose;
}

const hasReferences = ({ kept }: Outgoing): boolean => (kept?.references ?? []).length > 0;

/** The annotations of a document as the content of an `.ann` file. */
export const writeDocument = (contents: DocumentContents, writing: Writing): string =>
  new DocumentWriter(contents, writing).write();

class DocumentWriter {
  readonly #contents: DocumentContents;
  readonly #writing: Writing;
  readonly #ids: LineIds;
  readonly #lines: OutLine[];
  readonly #linksOf: ReadonlyMap<string, readonly LinkRecord[]>;
  readonly #written = new Map<string, Outgoing>();
  /** All annotations of the document, written or not. */
  readonly #here: ReadonlySet<string>;

  constructor(contents: DocumentContents, writing: Writing) {
    this.#contents = contents;
    this.#writing = writing;
    const kept = keptDocument(contents.document.origin);
    const rest = kept?.rest ?? [];
    this.#lines = rest.map(({ line, written }) => ({ at: line, written }));
    this.#ids = new LineIds(spokenOf(kept, contents.annotations));
    this.#here = new Set(contents.annotations.map(({ id }) => id));
    this.#linksOf = grouped(contents.links, ({ annotation }) => annotation);
  }

  /** All lines of the file of annotations. */
  write(): string {
    const { annotations, document } = this.#contents;
    const { names } = this.#writing;
    const linksOf = (id: string): readonly LinkRecord[] => this.#linksOf.get(id) ?? [];
    const all = outgoing(annotations, names, ({ id }) => linksOf(id).length > 0, this.#ids);
    for (const one of all) this.#written.set(one.annotation.id, one);
    const filled = this.#fill(all);
    this.#writeWords(all);
    for (const one of all) {
      if (!this.#written.has(one.annotation.id)) continue;
      this.#writeArguments(one, filled.get(one) ?? []);
      this.#writeDetails(one);
    }
    const kept = keptDocument(document.origin);
    const equivalences = writeEquivalences(kept?.equivalences ?? [], [...this.#written.values()], (one) =>
      this.#isEquivalent(one),
    );
    for (const { kept: before, line } of equivalences) this.#add(before, line);
    this.#lines.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
    const newline = kept?.newline ?? '\n';
    const text = this.#lines.map(({ written }) => written + newline).join('');
    return kept?.unended === true ? text.slice(0, -newline.length) : text;
  }

  #add(
    kept: { readonly line: number; readonly written?: string | undefined } | null | undefined,
    line: AnnLine,
  ): void {
    const before = kept?.written === undefined ? null : readLine(kept.written.replace(/\r$/u, ''));
    const isSame = before !== null && saySame(before, line);
    this.#lines.push({
      at: kept?.line ?? Infinity,
      written: isSame && kept?.written !== undefined ? kept.written : writeLine(line),
    });
  }

  #lose(thing: Thing, reason: Reason, record: string, part: string | null = null): void {
    this.#writing.lose({ thing, reason, record, part, document: this.#contents.document.name });
  }

  /** What fills the roles of each annotation. A relation without both its ends cannot be written; nor can what needs it. */
  #fill(all: readonly Outgoing[]): ReadonlyMap<Outgoing, readonly FilledRole[]> {
    for (let hasChanged = true; hasChanged;) {
      hasChanged = false;
      for (const { annotation, kind } of all) {
        if (kind !== 'relation' || !this.#written.has(annotation.id)) continue;
        const links = this.#linksOf.get(annotation.id) ?? [];
        const reason =
          links.map((link) => this.#whyNot(link)).find((why) => why !== null) ??
          (links.length < 2 ? 'filler-missing' : null);
        if (reason === null) continue;
        this.#lose('relation', reason, annotation.id);
        this.#written.delete(annotation.id);
        hasChanged = true;
      }
    }
    return new Map(
      all.map((one) => {
        const links = this.#written.has(one.annotation.id)
          ? (this.#linksOf.get(one.annotation.id) ?? [])
          : [];
        return [one, links.flatMap((link) => this.#filledRole(one, link))];
      }),
    );
  }

  #filledRole({ kind }: Outgoing, link: LinkRecord): readonly FilledRole[] {
    const reason = kind === 'entity' ? 'kind' : this.#whyNot(link);
    const filler = link.target.by === 'annotation' ? this.#written.get(link.target.annotation) : undefined;
    if (reason === null && filler) return [{ link, filler }];
    this.#lose('role', reason ?? 'filler-missing', link.id);
    return [];
  }

  /** Why a role cannot be written; null where it can. */
  #whyNot({ target }: LinkRecord): Reason | null {
    if (target.by !== 'annotation') return target.by === 'entry' ? 'filled-by-entry' : 'filled-by-span';
    if (this.#written.has(target.annotation)) return null;
    return !this.#here.has(target.annotation) && this.#writing.isExported(target.annotation)
      ? 'other-document'
      : 'filler-missing';
  }

  #writeWords(all: readonly Outgoing[]): void {
    const { text } = this.#contents;
    const offsets = makeOffsetTable(text);
    for (const { annotation, kept, id, trigger, kind } of all) {
      if (kind === 'relation' || trigger?.isShared === true) continue;
      const spans = annotation.fragments;
      const quote = quoted(
        spans.map(({ start, end }) => text.slice(offsets.toUtf16(start), offsets.toUtf16(end))),
      );
      const type = this.#writing.names.of(annotation.type);
      const before = trigger ? (kept?.trigger ?? kept) : kept;
      this.#add(before, {
        kind: 'text-bound',
        id: trigger?.id ?? id,
        type: trigger ? (kept?.trigger?.type ?? type) : type,
        spans,
        quote,
      });
    }
  }

  #writeArguments({ annotation, kept, kind, id, trigger }: Outgoing, filled: readonly FilledRole[]): void {
    const { names } = this.#writing;
    const type = names.of(annotation.type);
    const args = argumentsOf(filled, kept, names);
    if (kind === 'relation') this.#add(kept, { kind: 'relation', id, type, args });
    else if (trigger)
      this.#add(kept?.alone === true ? null : kept, { kind: 'event', id, type, trigger: trigger.id, args });
  }

  #writeDetails(one: Outgoing): void {
    const { annotation, id: own, trigger } = one;
    const targetOf = (kept: { readonly target?: string | undefined } | undefined): string =>
      kept?.target !== undefined && kept.target === trigger?.id ? kept.target : own;
    const { names, entry: find, onEntry } = this.#writing;
    const written = attributesOf(
      one,
      (id) => ({ name: names.of(id), attribute: names.attribute(id) }),
      (id, reason) => this.#lose('attribute', reason, annotation.id, id),
    );
    for (const { kept, line } of written) {
      const id = this.#ids.again(kept?.id, 'AM') ?? this.#ids.make('A');
      this.#add(kept, { kind: 'attribute', id, target: targetOf(kept), ...line });
    }
    const entry = annotation.entry === null ? undefined : find(annotation.entry);
    if (entry) onEntry(entry);
    if (entry && !this.#isEquivalent(one)) {
      const references = referencesOf(one, entry, (reason) => this.#lose('identity', reason, annotation.id));
      for (const { kept, line } of references) {
        const id = this.#ids.again(kept?.id, 'N') ?? this.#ids.make('N');
        const { name, scheme, value, title } = line;
        this.#add(kept, { kind: 'reference', id, name, scheme, value, title, target: targetOf(kept) });
      }
    }
    for (const { kept, line } of notesOf(one)) {
      const id = this.#ids.again(kept?.id, '#') ?? this.#ids.make('#');
      this.#add(kept, { kind: 'note', id, target: targetOf(kept), ...line });
    }
    if (annotation.note.split('\n').some((text) => unbroken(text) !== text))
      this.#lose('note', 'spacing', annotation.id);
  }

  /** Whether an annotation's identity is told by an equivalence of its document. */
  #isEquivalent(one: Outgoing): boolean {
    return one.annotation.entry !== null && !hasReferences(one) && this.#equivalent.has(one.annotation.id);
  }

  /** The annotations whose entry an equivalence of this document tells. */
  get #equivalent(): ReadonlySet<string> {
    this.#equivalentIds ??= this.#findEquivalent();
    return this.#equivalentIds;
  }

  #equivalentIds: ReadonlySet<string> | undefined;

  #findEquivalent(): ReadonlySet<string> {
    const { document } = this.#contents;
    const name = document.origin?.format === 'brat' ? document.origin.id : null;
    const equivalences = keptDocument(document.origin)?.equivalences ?? [];
    const named = new Set(equivalences.flatMap(({ members }) => members));
    const alone = new Set(
      equivalences.flatMap(({ members, missing = [] }) => {
        const there = members.filter((member) => !missing.includes(member));
        return there.length === 1 ? there : [];
      }),
    );
    const isIn = (ids: ReadonlySet<string>, { id, trigger }: Outgoing): boolean =>
      ids.has(id) || (trigger !== null && ids.has(trigger.id));
    const mentions = grouped(this.#written.values(), ({ annotation }) => annotation.entry);
    const found = new Set<string>();
    for (const [id, members] of mentions) {
      const entry = id === null ? undefined : this.#writing.entry(id);
      const kept = entry ? keptEntry(entry.origin) : null;
      const isUnchanged = kept?.name === entry?.name && entry?.identifiers.length === 0;
      if (name !== null && kept?.document === name && isUnchanged) {
        for (const one of members) if (members.length > 1 || isIn(alone, one)) found.add(one.annotation.id);
      }
      // What equals something that refers to an entry is of this entry, and has no reference of its own.
      else if (members.some((one) => isIn(named, one) && hasReferences(one)))
        for (const one of members) if (isIn(named, one)) found.add(one.annotation.id);
    }
    return found;
  }
}
