import { flushSync } from 'react-dom';
import { commandIds, keymap } from '../../../contract/keymap';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { PhysicalKey } from '../../../core/model/codebook';
import { endsOf, slotsOf } from '../../../core/rules/slots';
import type { TypedKey } from '../../commands/dispatch';
import {
  accept,
  considerAny,
  endFilling,
  filling,
  pickHint,
  pickNew,
  slotsOfFilling,
  startFilling,
  stepCandidate,
  openRegistry,
} from '../../stores/filling/filling';
import { hasSelectedWords, useInterface } from '../../stores/interface';
import { subject } from '../../stores/subject';
import { fillersIn, linkIndex, roleBook } from '../../stores/workspace/link-index';
import { workspace, type Workspace } from '../../stores/workspace/workspace';
import { roleKeys } from './role-keys';

/** Keys without Control or Alt that commands have in the text. */
const commandKeys = commandIds
  .flatMap((id) => keymap[id].keys)
  .filter((key) => /^(?:Shift\+)?Key[A-Z]$/.test(key));

/** The keys of the roles of an annotation's type: those that types, attributes and commands have are left out. */
export function keysOfRoles(project: Workspace, annotation: AnnotationRecord) {
  const taken = [...project.types.values(), ...project.attributes.values()].flatMap(({ key }) => key ?? []);
  return roleKeys(slotsOf(annotation.type, roleBook(project)), new Set([...taken, ...commandKeys]));
}

/**
 * What a key without Control or Alt does to roles, in the text and in the list of annotations. Answers whether it
 * did anything: if not, it is for the types.
 */
export function pressRoleKey(typed: TypedKey): boolean | 'typing' {
  return filling() ? pressWhileFilling(typed) : pressForRole(typed) || pressForRelation(typed);
}

function pressForRole({ physical }: TypedKey): boolean {
  const project = workspace();
  const annotation = subject();
  if (!project?.open || !annotation) return false;
  const role = [...keysOfRoles(project, annotation)].find(([, key]) => key === physical)?.[0];
  const slot = slotsOf(annotation.type, roleBook(project)).find((known) => known.role.id === role);
  if (!role || !slot) return false;
  // A role that takes only one gets another one.
  const [present] = fillersIn(linkIndex(project.open.links), annotation.id, role);
  startFilling(annotation, { of: 'role', role, replaces: slot.max === 1 ? (present?.id ?? null) : null });
  return true;
}

function pressForRelation({ physical }: TypedKey): boolean {
  const project = workspace();
  const { selected } = useInterface.getState();
  const annotation = selected === null ? undefined : project?.open?.annotations.get(selected);
  const type = [...(project?.types.values() ?? [])].find(({ key }) => key === physical);
  if (!project || !annotation || type?.kind !== 'relation' || !endsOf(type.id, roleBook(project)))
    return false;
  startFilling(annotation, { of: 'relation', type: type.id });
  return true;
}

/** Opens the field for names of the registry, if the role takes them; it has the keyboard at once. */
function beginTyping(): boolean {
  const current = filling();
  if (current?.aim.of !== 'role' || !slotsOfFilling(current).some(({ role }) => role.fillers.entries))
    return false;
  // Drawn before the key types, so that it types into the field.
  flushSync(openRegistry);
  return true;
}

const moves: Readonly<Record<string, () => unknown>> = {
  Tab: () => stepCandidate(1),
  'Shift+Tab': () => stepCandidate(-1),
  Enter: accept,
  NumpadEnter: accept,
  Escape: endFilling,
  Space: () => considerAny(useInterface.getState().underCaret),
  Slash: beginTyping,
  // What is filled would go, and not what is considered.
  Delete: () => undefined,
  Backspace: () => undefined,
};

/** While a role is filled: digits and the keys of `moves` point out, keys of types tag, letters look for a name. */
function pressWhileFilling({ physical, key }: TypedKey): boolean | 'typing' {
  if (hasSelectedWords() && tagsWords(physical)) return true;
  if (!hasSelectedWords()) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(physical)?.[1];
    if (digit !== undefined) return pickHint(Number(digit)) || true;
    if (/^\p{L}$/u.test(key)) return beginTyping() ? 'typing' : true;
  }
  const move = moves[physical];
  if (move) void move();
  return move !== undefined;
}

function tagsWords(physical: PhysicalKey): boolean {
  const { textSelection } = useInterface.getState();
  const type = [...(workspace()?.types.values() ?? [])].find(({ key }) => key === physical);
  if (!type || type.kind === 'relation' || !textSelection) return false;
  void pickNew(type, textSelection.span);
  return true;
}
