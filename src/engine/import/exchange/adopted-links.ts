import type { AnnotationId, NewId, RoleId } from '../../../core/ids';
import type { LinkTarget } from '../../../core/model/annotation';
import { problem } from '../../../core/problem';
import type {
  AnnotationDraft,
  DocumentDraft,
  LinkDraft,
  TargetDraft,
} from '../../../formats/exchange/drafts';
import { AcrossDocuments, type Filler } from './across-documents';
import type { AdoptedSink } from './adoption-plan';
import type { MeasuredText } from './measured-text';
import type { TakenCodebook } from './taken-codebook';
import { TakenIds } from './taken-ids';

/** What links need of the import that takes them. */
export interface LinkSurroundings {
  readonly sink: AdoptedSink;
  readonly newId: () => NewId;
  /** The project's codebook, which is made when it is first asked for. */
  readonly codebook: () => TakenCodebook;
}

/** The document whose annotations are being taken: what its links are read against. */
interface LinkedDocument {
  readonly draft: DocumentDraft;
  readonly text: MeasuredText;
}

/** Where a link stands: in which annotation, under which role, as which of its fillers, counted from 0. */
interface LinkPlace {
  readonly annotation: AnnotationId;
  readonly role: RoleId;
  readonly position: number;
}

/**
 * Makes records of the links of drafts. It knows what the annotations of one document are called here, by the ids of
 * the file, and keeps links to other documents until the file ends: what they point to may come later.
 */
export class AdoptedLinks {
  readonly #sink: AdoptedSink;
  readonly #newId: () => NewId;
  readonly #codebook: () => TakenCodebook;
  readonly #acrossDocuments = new AcrossDocuments();
  #ids = new TakenIds();
  #mayCrossDocuments = false;
  #documentKey = '';
  #annotations = new Map<string, Filler>();

  constructor({ sink, newId, codebook }: LinkSurroundings) {
    this.#sink = sink;
    this.#newId = newId;
    this.#codebook = codebook;
  }

  /** Begins a file: `ids` are what its ids mean, `mayCrossDocuments` is whether its format links documents. */
  beginFile(ids: TakenIds, mayCrossDocuments: boolean): void {
    this.#ids = ids;
    this.#mayCrossDocuments = mayCrossDocuments;
  }

  /** Begins a document, by the key that links of others call it. */
  beginDocument(key: string): void {
    this.#leaveDocument();
    this.#documentKey = key;
  }

  /** What the annotations of the document are called here, by the ids of the file. */
  get annotations(): ReadonlyMap<string, Filler> {
    return this.#annotations;
  }

  /** Makes an annotation of the document known, under its id in the file. */
  addAnnotation(id: string, annotation: Filler): void {
    this.#annotations.set(id, annotation);
  }

  /** Takes the links of an annotation, once all annotations of its document are known. */
  take({ id, links }: AnnotationDraft, annotation: AnnotationId, document: LinkedDocument): void {
    const counts = new Map<RoleId, number>();
    for (const link of links) {
      const role = this.#ids.of(link.role);
      if (!role || !this.#codebook().role(role)) {
        this.#warn(id, link, document);
        continue;
      }
      const position = counts.get(role) ?? 0;
      counts.set(role, position + 1);
      const place: LinkPlace = { annotation, role, position };
      const { target } = link;
      if (target.by === 'annotation' && target.document !== null && target.document !== document.draft.key)
        this.#acrossDocuments.wait({ ...place, link: { ...link, target } });
      else this.#takeWithin(id, link, place, document);
    }
  }

  /** Ends a file: what its links to other documents point to is known now. */
  endFile(): void {
    this.#leaveDocument();
    for (const { link, ...place } of this.#acrossDocuments.waiting()) {
      const { annotation, role } = place;
      const { target } = link;
      const filler = this.#acrossDocuments.find(target.document, target.annotation);
      if (filler) this.#fillByAnnotation(link, place, filler, true);
      else {
        const facts = { document: target.document ?? '', id: annotation, role, missing: target.annotation };
        this.#sink.warn(problem('import-link-left-out', facts));
      }
    }
    this.#acrossDocuments.clear();
  }

  /** Lets go of what was put aside. */
  close(): void {
    this.#acrossDocuments.clear();
  }

  /** Forgets the annotations of the last document, or puts them aside where those of others may be linked to them. */
  #leaveDocument(): void {
    if (this.#mayCrossDocuments && this.#codebook().linksDocuments)
      this.#acrossDocuments.remember(this.#documentKey, this.#annotations);
    this.#annotations = new Map();
  }

  /** Takes a link whose target stands in its own document, or is an entry. */
  #takeWithin(id: string, link: LinkDraft, place: LinkPlace, document: LinkedDocument): void {
    const { target } = link;
    if (target.by === 'annotation') {
      const filler = this.#annotations.get(target.annotation);
      if (!filler || filler.id === place.annotation) this.#warn(id, link, document);
      else this.#fillByAnnotation(link, place, filler, false);
      return;
    }
    const filled = this.#target(target, document.text);
    if (!filled) {
      this.#warn(id, link, document);
      return;
    }
    this.#codebook().fill(place.role, target.by, null, place.position + 1, false);
    this.#keep(link, place, filled);
  }

  #target(
    target: Exclude<TargetDraft, { readonly by: 'annotation' }>,
    text: MeasuredText,
  ): LinkTarget | undefined {
    if (target.by === 'entry') {
      const entry = this.#ids.of(target.entry);
      return entry && { by: 'entry', entry };
    }
    const [span] = text.fragments([target.span]) ?? [];
    return span && { by: 'span', span };
  }

  #fillByAnnotation(link: LinkDraft, place: LinkPlace, { id, type }: Filler, isAcross: boolean): void {
    this.#codebook().fill(place.role, 'annotation', type, place.position + 1, isAcross);
    this.#keep(link, place, { by: 'annotation', annotation: id });
  }

  #keep({ origin }: LinkDraft, place: LinkPlace, target: LinkTarget): void {
    this.#sink.keep({ record: 'link', id: this.#newId(), ...place, target, origin });
  }

  #warn(id: string, { role, target }: LinkDraft, { draft }: LinkedDocument): void {
    const missing =
      target.by === 'annotation' ? target.annotation : target.by === 'entry' ? target.entry : '';
    this.#sink.warn(problem('import-link-left-out', { document: draft.name, id, role, missing }));
  }
}
