import { create } from 'zustand';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Localised } from '../../../core/model/codebook';
import { endsOf, slotsOf } from '../../../core/rules/slots';
import type { DrawnTie } from '../../editor';
import { candidatesAmong, slotsAimedAt, type Aim } from '../../stores/filling/candidates';
import { pick, startFilling } from '../../stores/filling/filling';
import { fillersIn, linkIndex, roleBook } from '../../stores/workspace/link-index';
import { report } from '../../stores/notices';
import { problem } from '../../../core/problem';
import { workspace, type Workspace } from '../../stores/workspace/workspace';

/** What a tie that was drawn can become: a filler of a role, or a relation. */
export interface TieOffer {
  readonly key: string;
  readonly names: Localised;
  readonly aim: Aim;
}

interface Drawn {
  readonly from: AnnotationRecord;
  readonly to: AnnotationRecord;
  readonly at: DrawnTie['at'];
  readonly offers: readonly TieOffer[];
}

/** A tie that was drawn and can become several things, until one is chosen. */
export const useDrawn = create<{ readonly drawn: Drawn | null }>(() => ({ drawn: null }));

export const forgetDrawn = (): void => useDrawn.setState({ drawn: null });

/** Every role of an annotation, and every relation from it, that takes another annotation. */
function offersFor(project: Workspace, from: AnnotationRecord, to: AnnotationRecord): readonly TieOffer[] {
  const book = roleBook(project);
  const index = project.open && linkIndex(project.open.links);
  const roles = slotsOf(from.type, book).map(({ role, max }): TieOffer => {
    const [present] = index ? fillersIn(index, from.id, role.id) : [];
    const replaces = max === 1 ? (present?.id ?? null) : null;
    return { key: role.id, names: role.names, aim: { of: 'role', role: role.id, replaces } };
  });
  const relations = [...project.types.values()]
    .filter(({ id, kind }) => kind === 'relation' && endsOf(id, book) !== null)
    .map(({ id, names }): TieOffer => ({ key: id, names, aim: { of: 'relation', type: id } }));
  return [...roles, ...relations].filter(
    ({ aim }) => candidatesAmong([to], slotsAimedAt(aim, from, book), from, book).length > 0,
  );
}

/** Makes what a drawn tie can only become, or asks which of several it is to be. */
export function offerRoles({ from: fromId, to: under, at }: DrawnTie): void {
  const project = workspace();
  const from = project?.open?.annotations.get(fromId);
  if (!project?.open || !from) return;
  for (const id of under) {
    const to = project.open.annotations.get(id);
    const offers = to ? offersFor(project, from, to) : [];
    const [only] = offers;
    if (!to || !only) continue;
    if (offers.length === 1) make(from, to, only);
    else useDrawn.setState({ drawn: { from, to, at, offers } });
    return;
  }
  report(problem('tie-fits-nothing'));
}

/** Makes the tie that was chosen. */
export function make(from: AnnotationRecord, to: AnnotationRecord, { aim }: TieOffer): void {
  startFilling(from, aim);
  void pick([to.id]);
}
