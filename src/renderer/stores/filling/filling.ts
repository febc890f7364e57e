import { create } from 'zustand';
import type { Change } from '../../../contract/engine-answers';
import type { TypeUse } from '../../../core/commands/codebook/command';
import type { NewFiller } from '../../../core/commands/link-command';
import type { AnnotationId, EntryId, RoleId } from '../../../core/ids';
import type { AnnotationRecord, Span } from '../../../core/model/annotation';
import type { TypeRecord } from '../../../core/model/codebook';
import type { Slot } from '../../../core/rules/slots';
import { currentLanguage, t } from '../../i18n/i18n';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { hoverAnnotation, requestReveal, selectAnnotation, useInterface } from '../interface';
import { shownAnnotations } from '../coders';
import { announce, notify } from '../notices';
import { fillersIn, linkIndex, roleBook } from '../workspace/link-index';
import { quoteIn } from '../workspace/quotes';
import { openDocument, run } from '../workspace/session';
import { useWorkspaceState, workspace } from '../workspace/workspace';
import {
  candidatesAmong,
  nearestTo,
  neighbourOf,
  slotsAimedAt,
  withoutCircles,
  type Aim,
} from './candidates';

/** A role that is being filled, or a relation that is being made: the keys and the mouse point out a target. */
export interface Filling {
  /** As it was when it began; it may lie in another document than the one that is open now. */
  readonly subject: AnnotationRecord;
  readonly aim: Aim;
  /** What Enter takes while no words are selected. */
  readonly candidate: AnnotationId | null;
  /** Whether the registry is looked through by name. */
  readonly isTyping: boolean;
}

interface FillingState {
  readonly filling: Filling | null;
}

export const useFilling = create<FillingState>(() => ({ filling: null }));

/** What is being filled at this moment. */
export const filling = (): Filling | null => useFilling.getState().filling;

/** How many of the nearest candidates have a digit that picks them. */
const mostHints = 9;

const set = (change: Partial<Filling>): void =>
  useFilling.setState((state) => (state.filling ? { filling: { ...state.filling, ...change } } : state));

/** The slots that a filling aims at. */
export function slotsOfFilling({ aim, subject }: Filling): readonly Slot[] {
  const current = workspace();
  return current ? slotsAimedAt(aim, subject, roleBook(current)) : [];
}

/**
 * The annotations of the open document that can be the filler and are not, in the order of the text. What would close a
 * circle that the codebook does not allow cannot.
 */
export function candidatesOf(current: Filling): readonly AnnotationRecord[] {
  const project = workspace();
  if (!project?.open) return [];
  const { aim, subject } = current;
  const candidates = candidatesAmong(
    shownAnnotations().inOrder,
    slotsOfFilling(current),
    subject,
    roleBook(project),
  );
  if (aim.of === 'relation') return candidates;
  const links = linkIndex(project.open.links);
  const taken = new Set(
    fillersIn(links, subject.id, aim.role).map(({ target }) =>
      target.by === 'annotation' ? target.annotation : null,
    ),
  );
  const role = project.roles.get(aim.role);
  const open = candidates.filter(({ id }) => !taken.has(id));
  const linked = { linksFrom: links.from, role: (id: RoleId) => project.roles.get(id) };
  return role ? withoutCircles(open, subject, role, linked) : open;
}

/** The candidates that the digits 1 to 9 pick: the nearest to the subject, the nearest first. */
export const hintedOf = (current: Filling): readonly AnnotationRecord[] =>
  nearestTo(current.subject, candidatesOf(current), mostHints);

/** What is aimed at, by its name. */
export function nameOfAim({ aim }: Filling): string {
  const project = workspace();
  const named = aim.of === 'role' ? project?.roles.get(aim.role) : project?.types.get(aim.type);
  return named ? nameIn(named.names, currentLanguage()) : '';
}

/** Begins to fill a role of an annotation of the open document, or to make a relation from it. */
export function startFilling(subject: AnnotationRecord, aim: Aim): void {
  const project = workspace();
  if (project?.project.readOnly !== null) {
    notify(t('types:readOnly'));
    return;
  }
  const begun: Filling = { subject, aim, candidate: null, isTyping: false };
  const [nearest] = nearestTo(subject, candidatesOf(begun), 1);
  useFilling.setState({ filling: { ...begun, candidate: nearest?.id ?? null } });
  selectAnnotation(subject.id);
  hoverAnnotation(nearest?.id ?? null);
  announce(t('roles:filling', { role: nameOfAim(begun), of: shortened(quoteIn(project, subject)) }));
}

/** Ends the filling, done or not. */
export function endFilling(): void {
  if (!filling()) return;
  useFilling.setState({ filling: null });
  hoverAnnotation(null);
}

/** Opens the list of the registry's entries, in which one types. */
export const openRegistry = (): void => set({ isTyping: true });

/** Goes back from that to pointing out. */
export const closeRegistry = (): void => set({ isTyping: false });

/** Makes an annotation the one that Enter takes, shows it and says what it is. */
function consider(annotation: AnnotationRecord | undefined): void {
  const project = workspace();
  if (!annotation || !project) return;
  set({ candidate: annotation.id });
  hoverAnnotation(annotation.id);
  requestReveal({ document: annotation.document, target: annotation.id });
  announce(shortened(quoteIn(project, annotation)));
}

/** Goes to the next or the previous candidate in the order of the text. */
export function stepCandidate(direction: 1 | -1): void {
  const current = filling();
  if (current) consider(neighbourOf(candidatesOf(current), current.candidate, direction));
}

/** Considers the first of some annotations that can be the filler. Answers whether one can. */
export function considerAny(ids: readonly AnnotationId[]): boolean {
  const current = filling();
  const found = current && candidatesOf(current).find(({ id }) => ids.includes(id));
  if (found) consider(found);
  return Boolean(found);
}

/** Takes the first of some annotations that can be the filler, or says why the first of them cannot. */
export async function pick(ids: readonly AnnotationId[]): Promise<void> {
  const current = filling();
  const [first] = ids;
  if (!current || first === undefined) return;
  const candidates = new Set(candidatesOf(current).map(({ id }) => id));
  const annotation = ids.find((id) => candidates.has(id)) ?? first;
  await fillWith({ by: 'annotation', annotation });
}

/** Takes the candidate that a digit stands for. Answers whether there is one. */
export function pickHint(digit: number): boolean {
  const current = filling();
  const hinted = current && hintedOf(current)[digit - 1];
  if (hinted) void fillWith({ by: 'annotation', annotation: hinted.id });
  return Boolean(hinted);
}

/** Takes an entry of the registry. */
export const pickEntry = (entry: EntryId): Promise<void> => fillWith({ by: 'entry', entry });

/** Takes the words that are selected as they are, without making a mention of them. */
const pickSpan = (span: Span): Promise<void> => fillWith({ by: 'span', span });

/** Makes a mention of the words that are selected and takes it, in one change. */
export async function pickNew(type: TypeRecord, span: Span): Promise<void> {
  const document = workspace()?.open?.id;
  if (!document) return;
  const mention = { document, type: type.id, fragments: [span] };
  await fillWith({ by: 'new', mention });
}

/**
 * What a type that is made now is for while words are selected: to tag them with it and take that mention, in one
 * change. Undefined where nothing is being filled.
 */
export function fillingUse(span: Span): TypeUse | undefined {
  const current = filling();
  const document = workspace()?.open?.id;
  if (!current || !document) return undefined;
  const { aim, subject } = current;
  const mention = { document, fragments: [span] };
  return aim.of === 'role'
    ? { by: 'filling', annotation: subject.id, role: aim.role, replaces: aim.replaces, mention }
    : { by: 'relating', relation: aim.type, from: subject.id, mention };
}

/** What Enter does: the selected words where the role takes words, else the annotation that is considered. */
export async function accept(): Promise<void> {
  const current = filling();
  if (!current) return;
  const { textSelection } = useInterface.getState();
  const hasWords = textSelection !== null && !textSelection.isCollapsed;
  if (hasWords && workspace()?.open?.id !== current.subject.document) notify(t('roles:wordsElsewhere'));
  else if (hasWords) await pickSpan(textSelection.span);
  else if (current.candidate !== null) await fillWith({ by: 'annotation', annotation: current.candidate });
  else notify(t('roles:nothingFits', { role: nameOfAim(current) }));
}

async function fillWith(filler: NewFiller): Promise<void> {
  const current = filling();
  if (!current) return;
  if (await commit(current, filler)) await finish(current);
}

/** Ends a filling that is done: goes back to its subject, and says what was filled. */
export async function finish(current: Filling): Promise<void> {
  endFilling();
  await returnTo(current.subject);
  const project = workspace();
  if (project)
    announce(
      t(current.aim.of === 'role' ? 'roles:filled' : 'roles:related', {
        role: nameOfAim(current),
        of: shortened(quoteIn(project, current.subject)),
      }),
    );
}

function commit({ subject, aim }: Filling, filler: NewFiller): Promise<Change | null> {
  if (aim.of === 'role')
    return run({
      name: 'link.fill',
      annotation: subject.id,
      role: aim.role,
      filler,
      replaces: aim.replaces,
    });
  if (filler.by === 'annotation' || filler.by === 'new')
    return run({ name: 'relation.create', type: aim.type, from: subject.id, to: filler });
  notify(t('roles:endsAreAnnotations'));
  return Promise.resolve(null);
}

/** Goes back to the annotation whose role was filled, with the caret behind what was selected last. */
async function returnTo(subject: AnnotationRecord): Promise<void> {
  const { textSelection, editor } = useInterface.getState();
  const isHere = workspace()?.open?.id === subject.document;
  if (!isHere) {
    await openDocument(subject.document);
    requestReveal({ document: subject.document, target: subject.id });
  } else if (textSelection && !textSelection.isCollapsed) {
    const { end } = textSelection.span;
    editor?.select({ start: end, end });
  }
  selectAnnotation(subject.id);
  useInterface.getState().editor?.focus();
}

/** Ends a filling whose subject goes: taken back, deleted, or left with its project. Answers with what stops that. */
export const keepFilling = (): (() => void) =>
  useWorkspaceState.subscribe(({ workspace: now }, { workspace: before }) => {
    const current = filling();
    if (!current) return;
    const isOtherProject = now?.project.path !== before?.project.path;
    const isGone =
      now?.open?.id === current.subject.document && !now.open.annotations.has(current.subject.id);
    if (isOtherProject || isGone) endFilling();
  });
