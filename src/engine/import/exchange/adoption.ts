import { versionDiff } from '../../../core/codebook/keep-version';
import type { Diff } from '../../../core/diff';
import type { AnnotationId, CoderId, DocumentId, NewId } from '../../../core/ids';
import { problem, type Problem } from '../../../core/problem';
import {
  plainDocument,
  type AnnotationDraft,
  type AnnotationsOnto,
  type DocumentDraft,
  type Parsed,
} from '../../../formats/exchange/drafts';
import { coderNamed } from '../../storage/records/coders';
import { entries } from '../../storage/records/registry';
import type { Batch } from '../batch';
import { sha256Of } from '../sha256';
import { AdoptedLinks } from './adopted-links';
import type { AdoptedSink, AdoptionPlan } from './adoption-plan';
import { MeasuredText, unfitText } from './measured-text';
import { takeSegmentations } from './take-segmentations';
import { TakenCodebook } from './taken-codebook';
import { TakenIds } from './taken-ids';
import { TakenRegistry } from './taken-registry';
import { relationIds, relationsLast, untied } from './untied';

/** A document of a file on its way into the project. */
interface Adopted {
  readonly id: DocumentId;
  readonly draft: DocumentDraft;
  readonly text: MeasuredText;
}

/**
 * Makes records of a project out of what parsers of other tools' files find. One adoption serves all the files of an
 * import, so that they share types and entries.
 */
export class Adoption {
  readonly #batch: Batch;
  readonly #plan: AdoptionPlan;
  readonly #sink: AdoptedSink;
  #taken: TakenCodebook | null = null;
  readonly #registry: TakenRegistry;
  readonly #coders = new Map<string, CoderId>();
  #ids = new TakenIds();
  readonly #links: AdoptedLinks;
  #documentCount = 0;

  constructor(batch: Batch, plan: AdoptionPlan, sink: AdoptedSink) {
    this.#batch = batch;
    this.#plan = plan;
    this.#sink = sink;
    this.#registry = new TakenRegistry(entries.all(batch.project.reader), this.#newId);
    this.#links = new AdoptedLinks({ sink, newId: this.#newId, codebook: () => this.#codebook });
  }

  /** The project's codebook, once something is looked up in it. */
  get #codebook(): TakenCodebook {
    this.#taken ??= new TakenCodebook(this.#batch.codebook(), this.#newId, (warning) =>
      this.#sink.warn(warning),
    );
    return this.#taken;
  }

  readonly #newId = (): NewId => this.#batch.project.context().newId();

  /**
   * Begins another file, whose ids have nothing to do with those of the one before. `linksDocuments` says whether its
   * annotations may be linked across documents.
   */
  beginFile(linksDocuments: boolean): void {
    this.#ids = new TakenIds();
    this.#links.beginFile(this.#ids, linksDocuments);
  }

  /** Takes what a parser found, in the order in which it finds it. `path` is that of the file. */
  take(parsed: Parsed, path: string): void {
    switch (parsed.kind) {
      case 'codebook':
        if (this.#taken === null && this.#plan.replaces && this.#batch.isForNewProject())
          this.#batch.makeRoomForCodebook();
        this.#codebook.take(parsed.codebook, this.#ids);
        return;
      case 'entry': {
        const entry = this.#registry.take(parsed.entry, this.#ids);
        if (entry)
          this.#sink.keep({
            ...entry,
            attributes: this.#codebook.values(entry.attributes, { record: 'entry', type: entry.type }),
          });
        return;
      }
      case 'document':
        this.#takeDocument(parsed.document, path);
        return;
      case 'annotations':
        this.#takeOnto(parsed.document);
        return;
      case 'warning':
        this.#sink.warn(parsed.problem);
    }
  }

  #takeDocument(draft: DocumentDraft, path: string): void {
    const unfit = unfitText(draft.text);
    if (unfit) {
      this.#sink.warn(problem('import-document-left-out', { name: draft.name, ...unfit }));
      return;
    }
    const sha256 = sha256Of(draft.text);
    const known = this.#plan.duplicates ? undefined : this.#batch.documentOfText(sha256);
    if (known && !this.#plan.onto) {
      this.#batch.skipDuplicate(path, known.name);
      if (draft.annotations.length > 0)
        this.#sink.warn(
          problem('import-annotations-skipped', { name: draft.name, count: draft.annotations.length }),
        );
      return;
    }
    const id = known?.id ?? this.#newId();
    const text = new MeasuredText(draft.text);
    const adopted: Adopted = { id, draft, text };
    if (!known) this.#addDocument(adopted, sha256);
    takeSegmentations(draft, id, text.length, this.#newId, this.#sink);
    this.#takeAnnotations(adopted);
  }

  #takeOnto({ key, name, sha256, annotations }: AnnotationsOnto): void {
    const known = this.#batch.documentOfText(sha256);
    const text = known && this.#batch.project.readText(known.id);
    if (known && text !== undefined) {
      const draft = { ...plainDocument(key, name, text, null), annotations };
      this.#takeAnnotations({ id: known.id, draft, text: new MeasuredText(text) });
    } else this.#sink.warn(problem('import-text-missing', { name, count: annotations.length }));
  }

  #addDocument({ id, draft, text }: Adopted, sha256: string): void {
    const { name, metadata, status, note, origin } = draft;
    this.#batch.texts.add(sha256, draft.text);
    this.#sink.keep({
      record: 'document',
      id,
      name: name.slice(0, 500) || String(this.#documentCount + 1),
      // Behind those that are there: the import adds the end of the queue.
      position: this.#documentCount,
      status,
      note,
      metadata,
      attributes: this.#codebook.values(this.#ids.values(draft.attributes), { record: 'document' }),
      sha256,
      length: text.length,
      encoding: 'utf-8',
      byteOrderMark: false,
      addedAt: this.#batch.project.context().now,
      origin,
    });
    this.#documentCount += 1;
  }

  #takeAnnotations(adopted: Adopted): void {
    this.#links.beginDocument(adopted.draft.key);
    const taken: { readonly draft: AnnotationDraft; readonly id: AnnotationId }[] = [];
    const relations = relationIds(adopted.draft.annotations);
    for (const draft of relationsLast(adopted.draft.annotations)) {
      const faults = untied(draft, adopted.draft, this.#links.annotations, relations);
      for (const fault of faults) this.#sink.warn(fault);
      const id = faults.length > 0 ? null : this.#takeAnnotation(draft, adopted);
      if (id !== null) taken.push({ draft, id });
    }
    for (const { draft, id } of taken) this.#links.take(draft, id, adopted);
  }

  #takeAnnotation(draft: AnnotationDraft, adopted: Adopted): AnnotationId | null {
    const leaveOut = (why: Problem): null => {
      this.#sink.warn(why);
      return null;
    };
    const place = { document: adopted.draft.name, id: draft.id };
    const type = this.#ids.of(draft.type);
    const kind = type && this.#codebook.type(type)?.kind;
    if (!type || !kind) return leaveOut(problem('import-type-unknown', { ...place, type: draft.type }));
    if ((kind === 'relation') !== (draft.fragments.length === 0))
      return leaveOut(problem('import-place-missing', place));
    const fragments = adopted.text.fragments(draft.fragments);
    if (!fragments) return leaveOut(problem('import-place-outside', place));
    if (this.#links.annotations.has(draft.id)) return leaveOut(problem('import-id-twice', place));
    const { coder, now } = this.#batch.project.context();
    const id = this.#newId();
    this.#links.addAnnotation(draft.id, { id, type });
    this.#sink.keep({
      record: 'annotation',
      id,
      document: adopted.id,
      type,
      coder: draft.coder === null ? coder : this.#coder(draft.coder),
      // It was not made under any version of this project's codebook.
      version: null,
      fragments,
      entry: draft.entry && (this.#ids.of(draft.entry) ?? null),
      attributes: this.#codebook.values(this.#ids.values(draft.attributes), { record: 'annotation', type }),
      status: draft.status,
      note: draft.note,
      createdAt: draft.createdAt ?? now,
      modifiedAt: draft.modifiedAt ?? draft.createdAt ?? now,
      origin: draft.origin,
    });
    return id;
  }

  /** Ends a file: what its links to other documents point to is known now. */
  endFile(): void {
    this.#links.endFile();
  }

  /** Ends the import: the codebook with what the files needed, and its version. */
  finish(): void {
    if (this.#taken === null) return;
    const { added, updated } = this.#codebook.changes();
    for (const record of added) this.#sink.keep(record);
    for (const record of updated) this.#batch.replace(record);
    const { project } = this.#batch;
    const before = updated.map((after) => [
      project.view.find(after.record, after.id as never) ?? after,
      after,
    ]);
    const change = { added, updated: before, removed: [] } as unknown as Diff;
    const kept = versionDiff(this.#codebook.codebook, change, project.view, project.context());
    for (const record of kept.added) this.#sink.keep(record);
    for (const [, after] of kept.updated) this.#batch.replace(after);
  }

  /** Lets go of what was put aside. */
  close(): void {
    this.#links.close();
  }

  #coder(name: string): CoderId {
    const known = this.#coders.get(name) ?? coderNamed(this.#batch.project.reader, name)?.id;
    const id = known ?? this.#newId();
    this.#coders.set(name, id);
    if (known === undefined) this.#sink.keep({ record: 'coder', id, name, origin: null });
    return id;
  }
}
