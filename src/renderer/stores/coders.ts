import { useMemo } from 'react';
import type { CountsByCoder, KindsByCoder } from '../../contract/engine-answers';
import type { AnnotationId, CoderId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import { kinds, type Kind } from '../../core/model/codebook';
import { hiddenFrom, isShownBeside, type Visibility } from '../../core/shown-coders';
import { selectAnnotation, useInterface } from './interface';
import { remember, useSettings } from './settings';
import {
  useWorkspace,
  useWorkspaceNow,
  workspace,
  type OpenDocument,
  type Workspace,
} from './workspace/workspace';

const everyone: Visibility = { hidden: [], isBlind: false };
const nobody: ReadonlySet<CoderId> = new Set();

/** Kept for each coder of each project: the ids of coders are a project's own. */
const keyFor = (me: CoderId): string => `coders.${me}`.slice(0, 100);

function isVisibility(value: unknown): value is Visibility {
  if (typeof value !== 'object' || value === null) return false;
  const { hidden, isBlind } = value as Partial<Record<keyof Visibility, unknown>>;
  return (
    typeof isBlind === 'boolean' && Array.isArray(hidden) && hidden.every((id) => typeof id === 'string')
  );
}

const visibilityIn = (layout: Readonly<Record<string, unknown>>, me: CoderId): Visibility => {
  const value = layout[keyFor(me)];
  return isVisibility(value) ? value : everyone;
};

/** How many combinations are kept: what is shown is a frame behind what there is, and both are asked for in turn. */
const mostKept = 4;

/** Computes something once for each combination of what it is computed from, and keeps the last few. */
function lastOf<Inputs extends readonly unknown[], Value>(
  compute: (...inputs: Inputs) => Value,
): (...inputs: Inputs) => Value {
  let kept: readonly { readonly inputs: Inputs; readonly value: Value }[] = [];
  return (...inputs) => {
    const known = kept.find((one) => one.inputs.every((input, index) => input === inputs[index]));
    if (known) return known.value;
    const made = { inputs, value: compute(...inputs) };
    kept = [made, ...kept].slice(0, mostKept);
    return made.value;
  };
}

const hiddenIn = lastOf(
  (coders: Workspace['coders'], me: CoderId, visibility: Visibility): ReadonlySet<CoderId> => {
    const hidden = hiddenFrom(me, coders.keys(), visibility);
    return hidden.size === 0 ? nobody : hidden;
  },
);

const hiddenNow = (
  current: Workspace | null,
  layout: Readonly<Record<string, unknown>>,
): ReadonlySet<CoderId> =>
  current
    ? hiddenIn(current.coders, current.project.coder, visibilityIn(layout, current.project.coder))
    : nobody;

/** The coders whose annotations are hidden at this moment. */
export const hiddenCoders = (): ReadonlySet<CoderId> => hiddenNow(workspace(), useSettings.getState().layout);

/** The coders whose annotations are hidden; the same set as long as they are. */
export function useHiddenCoders(): ReadonlySet<CoderId> {
  const layout = useSettings((settings) => settings.layout);
  return useWorkspace((state) => hiddenNow(state, layout), nobody);
}

/** Whether this coder codes blind. */
export function useIsBlind(): boolean {
  const layout = useSettings((settings) => settings.layout);
  return useWorkspace((state) => visibilityIn(layout, state.project.coder).isBlind, false);
}

/** The coders whose doings the history keeps from one who codes blind; nobody for others. */
export function useUnseenCoders(): ReadonlySet<CoderId> {
  const hidden = useHiddenCoders();
  return useIsBlind() ? hidden : nobody;
}

/** Whether this coder codes blind at this moment, for commands. */
export function isBlind(): boolean {
  const me = workspace()?.project.coder;
  return me !== undefined && visibilityIn(useSettings.getState().layout, me).isBlind;
}

/** The annotations of the open document that are to be seen: only those may be painted, listed and stepped through. */
export type ShownAnnotations = Pick<OpenDocument, 'annotations' | 'inOrder'>;

const none: ShownAnnotations = { annotations: new Map(), inOrder: [] };

const shownIn = lastOf((open: OpenDocument | null, hidden: ReadonlySet<CoderId>): ShownAnnotations => {
  if (!open || hidden.size === 0) return open ?? none;
  const inOrder = open.inOrder.filter((annotation) => isShownBeside(hidden, annotation));
  return {
    inOrder,
    annotations: new Map(
      inOrder.map((annotation): [AnnotationId, AnnotationRecord] => [annotation.id, annotation]),
    ),
  };
});

/** Those at this moment, for commands. */
export const shownAnnotations = (): ShownAnnotations => shownIn(workspace()?.open ?? null, hiddenCoders());

/** Those that are to be seen, for a component. They are the open document's own where nobody is hidden. */
export function useShownAnnotations(): ShownAnnotations {
  const hidden = useHiddenCoders();
  return useWorkspace((state) => shownIn(state.open, hidden), none);
}

/** Those of a document that is shown, ahead of all else: for the text, which is painted first. */
export function useAnnotationsNow({ id, annotations }: OpenDocument): OpenDocument['annotations'] {
  const hidden = useHiddenCoders();
  return useWorkspaceNow(
    ({ open }) => (open?.id === id ? shownIn(open, hidden).annotations : annotations),
    annotations,
  );
}

/** How many of some annotations are to be seen. */
export const shownCount = (total: number, byCoder: CountsByCoder, hidden: ReadonlySet<CoderId>): number =>
  hidden.size === 0
    ? total
    : Object.entries(byCoder).reduce(
        (sum, [coder, count]) => sum + (hidden.has(coder as CoderId) ? 0 : count),
        0,
      );

/** How many annotations of each kind are to be seen in the project. */
export function useShownKinds(): Readonly<Record<Kind, number>> {
  const hidden = useHiddenCoders();
  const byCoder = useWorkspace((state) => state.project.kindsByCoder, noCoders);
  return useMemo(() => {
    const counts = { entity: 0, event: 0, statement: 0, relation: 0 };
    for (const [coder, ofCoder] of Object.entries(byCoder))
      if (!hidden.has(coder as CoderId)) for (const kind of kinds) counts[kind] += ofCoder[kind];
    return counts;
  }, [byCoder, hidden]);
}

const noCoders: KindsByCoder = {};

function changeVisibility(change: (before: Visibility) => Visibility): void {
  const me = workspace()?.project.coder;
  if (!me) return;
  const after = change(visibilityIn(useSettings.getState().layout, me));
  void remember(keyFor(me), { hidden: [...after.hidden], isBlind: after.isBlind });
  const { selected } = useInterface.getState();
  if (selected && !shownAnnotations().annotations.has(selected)) selectAnnotation(null);
}

/** Shows or hides a coder's annotations. */
export const showCoder = (coder: CoderId, isShown: boolean): void =>
  changeVisibility((before) => ({
    ...before,
    hidden: [...before.hidden.filter((id) => id !== coder), ...(isShown ? [] : [coder])],
  }));

/** Shows nothing but one's own annotations from now on, or whatever was shown before. */
export const codeBlind = (isBlind: boolean): void => changeVisibility((before) => ({ ...before, isBlind }));
