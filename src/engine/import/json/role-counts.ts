import type { LinkRecord } from '../../../core/model/annotation';
import type { Batch } from '../batch';

/** How often each role of each annotation is filled, in the project and by what comes. */
export class RoleCounts {
  readonly #batch: Batch;
  readonly #counts = new Map<string, number>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  /** Takes a place for one more link; false where its role takes no more. */
  take({ annotation, role }: LinkRecord): boolean {
    const key = `${annotation} ${role}`;
    const most = this.#batch.find('role', role)?.max ?? Infinity;
    const count = this.#counts.get(key) ?? this.#countInProject(annotation, role);
    if (count >= most) return false;
    this.#counts.set(key, count + 1);
    return true;
  }

  #countInProject(annotation: LinkRecord['annotation'], role: LinkRecord['role']): number {
    return this.#batch.project.view
      .linksOf(annotation)
      .filter((link) => link.annotation === annotation && link.role === role).length;
  }
}
