import type { AnnotationId } from '../../../core/ids';
import type { AnnotationRecord, LinkRecord, LinkTarget, Span } from '../../../core/model/annotation';
import { endsOf } from '../../../core/rules/slots';
import type { Tie } from '../../editor';
import { nameIn } from '../../i18n/format';
import type { Language } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import type { Filling } from '../../stores/filling/filling';
import { fillersIn, linkIndex, roleBook } from '../../stores/workspace/link-index';
import { knownAnnotation, quoteOfTarget } from '../../stores/workspace/quotes';
import type { Workspace } from '../../stores/workspace/workspace';

/** The ties of one annotation: the roles that it has, those that it fills, and its relations, as far as they are shown. */
export function tiesOf(
  workspace: Workspace,
  id: AnnotationId,
  isShown: (id: AnnotationId) => boolean,
  language: Language,
): readonly Tie[] {
  const { open } = workspace;
  if (!open?.annotations.has(id)) return [];
  const index = linkIndex(open.links);
  const own = index.from(id);
  const holders = new Set(index.to(id).map(({ annotation }) => annotation));
  const others = [...holders].flatMap((holder) => index.from(holder));
  const relations = new Map<AnnotationId, Tie>();
  const ties: Tie[] = [];
  for (const link of [...own, ...others]) {
    const annotation = open.annotations.get(link.annotation);
    if (!annotation || !isShown(annotation.id)) continue;
    if (isEnd(workspace, annotation, link)) {
      const tie = relations.has(annotation.id) ? null : relationTie(workspace, annotation, language);
      if (tie) relations.set(annotation.id, tie);
    } else if (annotation.id === id || isTarget(link.target, id))
      ties.push(roleTie(workspace, annotation, link, language));
  }
  return [...ties, ...relations.values()];
}

const isTarget = (target: LinkTarget, id: AnnotationId): boolean =>
  target.by === 'annotation' && target.annotation === id;

const isEnd = (workspace: Workspace, { type }: AnnotationRecord, link: LinkRecord): boolean =>
  endsOf(type, roleBook(workspace))?.some(({ role }) => role.id === link.role) ?? false;

/** Where a target lies in the open document; nowhere for an entry, a relation, or what lies elsewhere or is hidden. */
function spansOf(workspace: Workspace, target: LinkTarget): readonly Span[] {
  if (target.by === 'span') return [target.span];
  return target.by === 'annotation' ? placeHere(workspace, target.annotation) : [];
}

function placeHere(workspace: Workspace, id: AnnotationId): readonly Span[] {
  const annotation = knownAnnotation(workspace, id);
  return annotation?.document === workspace.open?.id ? (annotation?.fragments ?? []) : [];
}

function roleTie(
  workspace: Workspace,
  annotation: AnnotationRecord,
  link: LinkRecord,
  language: Language,
): Tie {
  return {
    from: annotation.fragments,
    to: spansOf(workspace, link.target),
    label: nameIn(workspace.roles.get(link.role)?.names ?? {}, language),
    quote: shortened(quoteOfTarget(workspace, link.target)),
    hue: workspace.types.get(annotation.type)?.hue ?? 0,
    isDirected: true,
    isTentative: false,
  };
}

function relationTie(workspace: Workspace, relation: AnnotationRecord, language: Language): Tie | null {
  const { open } = workspace;
  const ends = endsOf(relation.type, roleBook(workspace));
  const type = workspace.types.get(relation.type);
  if (!open || !ends || !type) return null;
  const [from, to] = ends.map(
    ({ role }) => fillersIn(linkIndex(open.links), relation.id, role.id)[0]?.target,
  );
  if (!from || !to) return null;
  return {
    from: spansOf(workspace, from),
    to: spansOf(workspace, to),
    label: nameIn(type.names, language),
    quote: shortened(quoteOfTarget(workspace, to)),
    hue: type.hue,
    isDirected: !type.symmetric,
    isTentative: false,
  };
}

/** The tie that there would be if the annotation that is considered were taken. */
export function tentativeTie(
  workspace: Workspace,
  { subject, aim, candidate }: Filling,
  language: Language,
): Tie | null {
  const target = candidate === null ? null : workspace.open?.annotations.get(candidate);
  if (!target || subject.document !== workspace.open?.id) return null;
  const named = aim.of === 'role' ? workspace.roles.get(aim.role) : workspace.types.get(aim.type);
  return {
    from: subject.fragments,
    to: target.fragments,
    label: nameIn(named?.names ?? {}, language),
    quote: shortened(quoteOfTarget(workspace, { by: 'annotation', annotation: target.id })),
    hue: workspace.types.get(subject.type)?.hue ?? 0,
    isDirected: true,
    isTentative: true,
  };
}
