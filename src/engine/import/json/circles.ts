import type { LinkRecord } from '../../../core/model/annotation';
import { leadsTo } from '../../../core/rules/link-rules';
import type { Batch } from '../batch';

/** Whether a link that comes would make a circle with those that are there or came before. */
export function makesCircle({ annotation, role, target }: LinkRecord, batch: Batch): boolean {
  const find = (id: LinkRecord['role']) => batch.find('role', id);
  if (target.by !== 'annotation' || find(role)?.acyclic !== true) return false;
  return leadsTo(target.annotation, annotation, (id) => batch.linksFrom(id), find);
}
