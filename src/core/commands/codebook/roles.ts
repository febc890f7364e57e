import type { Codebook } from '../../codebook/codebook';
import { endsOf, lookupIn } from '../../codebook/lookup';
import { planOf, type Plan } from '../../codebook/plan';
import type { RoleRecord } from '../../model/codebook';
import { problem, type Problem } from '../../problem';
import { fail, ok, type Result } from '../../result';
import type { ChangeContext } from '../project-view';
import type { CodebookCommandOf } from './command';
import { hasName, placed } from './names';

const missing = (id: string) => fail(problem('record-missing', { record: 'role', id }));

function faultOf({ names, min, max, fillers }: RoleRecord, codebook: Codebook): Problem | null {
  if (!hasName(names)) return problem('codebook-name-missing');
  if (max !== null && max < Math.max(min, 1)) return problem('codebook-count-unfit');
  const unknown = fillers.types.find((id) => !codebook.types.some((type) => type.id === id));
  return unknown === undefined ? null : problem('type-missing', { id: unknown });
}

const isEnd = (role: RoleRecord, codebook: Codebook): boolean =>
  endsOf(role.type, lookupIn(codebook)).some(({ id }) => id === role.id);

/** Makes a role, the last one of its type. */
export function createRole(
  command: CodebookCommandOf<'role.create'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  if (!lookupIn(codebook).type(command.type)) return fail(problem('type-missing', { id: command.type }));
  const role: RoleRecord = {
    record: 'role',
    id: context.newId(),
    type: command.type,
    position: codebook.roles.filter(({ type }) => type === command.type).length,
    ...command.role,
    origin: null,
  };
  const fault = faultOf(role, codebook);
  return fault ? fail(fault) : ok(planOf({ ...codebook, roles: [...codebook.roles, role] }));
}

/** Changes a role. Each end of a relation stays one that is filled exactly once. */
export function changeRole(command: CodebookCommandOf<'role.change'>, codebook: Codebook): Result<Plan> {
  const before = lookupIn(codebook).role(command.role);
  if (!before) return missing(command.role);
  const changed = { ...before, ...command.change };
  // Each end of a relation is filled exactly once.
  const role = isEnd(before, codebook) ? { ...changed, min: 1, max: 1 } : changed;
  const fault = faultOf(role, codebook);
  if (fault) return fail(fault);
  const roles = codebook.roles.map((other) => (other.id === role.id ? role : other));
  return ok(planOf({ ...codebook, roles }, { fillersTo: command.retype }));
}

/** Puts a role elsewhere among those of its type, or gives it to another type. The ends of a relation stay its ends. */
export function moveRole(command: CodebookCommandOf<'role.move'>, codebook: Codebook): Result<Plan> {
  const now = lookupIn(codebook);
  const before = now.role(command.role);
  if (!before) return missing(command.role);
  if (!now.type(command.type)) return fail(problem('type-missing', { id: command.type }));
  const moved = { ...before, type: command.type };
  const own = placed(
    codebook.roles.filter((role) => role.type === command.type),
    moved,
    command.position,
  );
  const byId = new Map(own.map((role) => [role.id, role]));
  const after: Codebook = { ...codebook, roles: codebook.roles.map((role) => byId.get(role.id) ?? role) };
  const then = lookupIn(after);
  const breaksEnds = codebook.types.some(({ id }) => {
    const [ends, later] = [endsOf(id, now), endsOf(id, then)];
    return ends.some((end) => !later.some((other) => other.id === end.id));
  });
  return breaksEnds ? fail(problem('codebook-relation-ends')) : ok(planOf(after));
}

/** Takes a role out. What fills it fills another role instead, or goes with it; the ends of a relation have to stay. */
export function removeRole(command: CodebookCommandOf<'role.remove'>, codebook: Codebook): Result<Plan> {
  const now = lookupIn(codebook);
  const role = now.role(command.role);
  if (!role) return missing(command.role);
  if (isEnd(role, codebook)) return fail(problem('codebook-relation-ends'));
  if (command.to !== null && !now.role(command.to)) return missing(command.to);
  if (command.to === role.id) return fail(problem('codebook-target-unfit'));
  const takenOver = new Map(command.to === null ? [] : [[role.id, command.to] as const]);
  const roles = codebook.roles.filter(({ id }) => id !== role.id);
  return ok(planOf({ ...codebook, roles }, { takenOver }));
}
