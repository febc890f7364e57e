import { bookDiff } from '../../codebook/book-diff';
import type { Codebook } from '../../codebook/codebook';
import type { Double } from '../../codebook/doubles';
import { effectsOf, type Effect } from '../../codebook/effects';
import { versionDiff } from '../../codebook/keep-version';
import type { Plan } from '../../codebook/plan';
import { roleBookOf } from '../../codebook/role-book';
import { settle } from '../../codebook/settle';
import { joined, type Diff } from '../../diff';
import type { AnnotationId } from '../../ids';
import { ok, type Result } from '../../result';
import { joinRelations, relationsRetypedBy, type DiffWithJoined } from '../join-relations';
import type { ChangeContext, ProjectView } from '../project-view';
import { changeAttribute, createAttribute, moveAttribute, removeAttribute, renameChoice } from './attributes';
import type { CodebookCommand } from './command';
import { changeRole, createRole, moveRole, removeRole } from './roles';
import { changeType, createType, mergeTypes, moveType, removeType } from './types';

function planFor(command: CodebookCommand, codebook: Codebook, context: ChangeContext): Result<Plan> {
  switch (command.name) {
    case 'type.create':
      return createType(command, codebook, context);
    case 'type.change':
      return changeType(command, codebook);
    case 'type.move':
      return moveType(command, codebook, context);
    case 'type.remove':
      return removeType(command, codebook, context);
    case 'type.merge':
      return mergeTypes(command, codebook, context);
    case 'role.create':
      return createRole(command, codebook, context);
    case 'role.change':
      return changeRole(command, codebook);
    case 'role.move':
      return moveRole(command, codebook);
    case 'role.remove':
      return removeRole(command, codebook);
    case 'attribute.create':
      return createAttribute(command, codebook, context);
    case 'attribute.change':
      return changeAttribute(command, codebook, context);
    case 'attribute.move':
      return moveAttribute(command, codebook);
    case 'attribute.remove':
      return removeAttribute(command, codebook);
    case 'choice.rename':
      return renameChoice(command, codebook);
  }
}

/** Relations of types whose ends may come in either order from now on. */
function relationsMadeSymmetric(before: Codebook, { after }: Plan, view: ProjectView): AnnotationId[] {
  const wasSymmetric = new Set(before.types.filter(({ symmetric }) => symmetric).map(({ id }) => id));
  const types = after.types.filter(({ id, symmetric }) => symmetric && !wasSymmetric.has(id));
  if (types.length === 0) return [];
  return view.annotationsOfTypes(types.map(({ id }) => id)).map(({ id }) => id);
}

/**
 * The whole diff of a plan: the codebook itself, what follows for all that was coded, and the version that is kept;
 * with the relations that become one because they say the same then.
 */
function outcomeOf(before: Codebook, plan: Plan, view: ProjectView, context: ChangeContext): DiffWithJoined {
  const book = bookDiff(before, plan.after);
  const settled = joined(book, settle(before, plan, view, context));
  const relations = [...relationsRetypedBy(settled), ...relationsMadeSymmetric(before, plan, view)];
  const coded = joinRelations(settled, relations, view, roleBookOf(plan.after), context.now);
  return { ...coded, diff: joined(coded.diff, versionDiff(plan.after, book, view, context)) };
}

/** What a change of the codebook would do, without doing it. */
export interface Preview {
  readonly diff: Diff;
  readonly effects: readonly Effect[];
  readonly doubles: readonly Double[];
}

/** The diff of a plan with what it does to all that was coded, in numbers and examples. */
export function previewPlan(
  before: Codebook,
  plan: Plan,
  view: ProjectView,
  context: ChangeContext,
): Preview {
  const outcome = outcomeOf(before, plan, view, context);
  const effects = effectsOf(outcome, before, plan.after, view);
  return { diff: outcome.diff, effects, doubles: plan.doubles };
}

/** The same for a command. */
export function previewCommand(
  command: CodebookCommand,
  view: ProjectView,
  context: ChangeContext,
): Result<Preview> {
  const before = view.codebook();
  const plan = planFor(command, before, context);
  return plan.ok ? ok(previewPlan(before, plan.value, view, context)) : plan;
}

/** Turns a change of the codebook into the diff that it asks for, with everything that follows from it. */
export function decideCodebook(
  command: CodebookCommand,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const before = view.codebook();
  const plan = planFor(command, before, context);
  return plan.ok ? ok(outcomeOf(before, plan.value, view, context).diff) : plan;
}
