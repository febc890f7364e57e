import { bookDiff, joined } from '../../codebook/book-diff';
import type { Codebook } from '../../codebook/codebook';
import { effectsOf, type Effect } from '../../codebook/effects';
import { versionDiff } from '../../codebook/keep-version';
import type { Plan } from '../../codebook/plan';
import { settle } from '../../codebook/settle';
import type { Diff } from '../../diff';
import { ok, type Result } from '../../result';
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
      return changeAttribute(command, codebook);
    case 'attribute.move':
      return moveAttribute(command, codebook);
    case 'attribute.remove':
      return removeAttribute(command, codebook);
    case 'choice.rename':
      return renameChoice(command, codebook);
  }
}

/** The whole diff of a plan: the codebook itself, what follows for all that was coded, and the version that is kept. */
export function diffOfPlan(before: Codebook, plan: Plan, view: ProjectView, context: ChangeContext): Diff {
  const book = bookDiff(before, plan.after);
  const coded = settle(before, plan, view, context);
  return joined(joined(book, coded), versionDiff(plan.after, book, view, context));
}

/** What a change of the codebook would do, without doing it. */
export interface Preview {
  readonly diff: Diff;
  readonly effects: readonly Effect[];
}

/** The diff of a plan with what it does to all that was coded, in numbers and examples. */
export function previewPlan(
  before: Codebook,
  plan: Plan,
  view: ProjectView,
  context: ChangeContext,
): Preview {
  const diff = diffOfPlan(before, plan, view, context);
  return { diff, effects: effectsOf(diff, before, plan.after, view) };
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
  return plan.ok ? ok(diffOfPlan(before, plan.value, view, context)) : plan;
}
