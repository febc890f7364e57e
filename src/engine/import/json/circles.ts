import type { AnnotationId } from '../../../core/ids';
import type { LinkRecord } from '../../../core/model/annotation';
import { leadsTo } from '../../../core/rules/link-rules';
import type { Batch } from '../batch';

/** The links of acyclic roles that came so far, so that none that comes later makes a circle with them. */
export class Circles {
  readonly #batch: Batch;
  readonly #came = new Map<AnnotationId, LinkRecord[]>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  /** Takes a link in; false where it would make a circle. */
  take(link: LinkRecord): boolean {
    const { annotation, role, target } = link;
    const find = (id: LinkRecord['role']) => this.#batch.find('role', id);
    if (target.by !== 'annotation' || find(role)?.acyclic !== true) return true;
    if (leadsTo(target.annotation, annotation, (id) => this.#linksFrom(id), find)) return false;
    const before = this.#came.get(annotation);
    if (before) before.push(link);
    else this.#came.set(annotation, [link]);
    return true;
  }

  #linksFrom(annotation: AnnotationId): readonly LinkRecord[] {
    const present = this.#batch.project.view
      .linksOf(annotation)
      .filter((link) => link.annotation === annotation);
    return [...present, ...(this.#came.get(annotation) ?? [])];
  }
}
