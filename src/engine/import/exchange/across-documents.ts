import type { AnnotationId, RoleId, TypeId } from '../../../core/ids';
import type { LinkDraft, TargetDraft } from '../../../formats/exchange/drafts';
import { KeyedShelf } from '../../storage/shelf/keyed-shelf';
import { stop } from '../batch';

/** An annotation that may fill roles. */
export interface Filler {
  readonly id: AnnotationId;
  readonly type: TypeId;
}

/** A link whose filler stands in another document, which may come later. */
export interface WaitingLink {
  readonly annotation: AnnotationId;
  readonly link: LinkDraft & { readonly target: Extract<TargetDraft, { readonly by: 'annotation' }> };
  readonly role: RoleId;
  readonly position: number;
}

const keyOf = (document: string | null, annotation: string): string =>
  JSON.stringify([document ?? '', annotation]);

/** What links between the documents of a file need until its end: put aside, since there may be millions of both. */
export class AcrossDocuments {
  readonly #fillers = new KeyedShelf(stop);
  readonly #waiting = new KeyedShelf(stop);

  /** Keeps what the annotations of a document are called here, by the ids of the file. */
  remember(document: string, annotations: ReadonlyMap<string, Filler>): void {
    for (const [id, filler] of annotations) this.#fillers.put(keyOf(document, id), JSON.stringify(filler));
  }

  /** What an annotation of a document that is remembered is called here. */
  find(document: string | null, annotation: string): Filler | undefined {
    const [found] = this.#fillers.get(keyOf(document, annotation));
    return found === undefined ? undefined : (JSON.parse(found) as Filler);
  }

  /** Puts a link aside. */
  wait(link: WaitingLink): void {
    this.#waiting.put(link.annotation, JSON.stringify(link));
  }

  /** The links that wait, each once. */
  *waiting(): Generator<WaitingLink> {
    for (const key of this.#waiting.keys())
      for (const link of this.#waiting.take(key)) yield JSON.parse(link) as WaitingLink;
  }

  /** Forgets annotations and links. */
  clear(): void {
    this.#fillers.close();
    this.#waiting.close();
  }
}
