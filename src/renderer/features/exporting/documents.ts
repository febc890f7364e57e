import type { DocumentId } from '../../../core/ids';
import { filterOfTable } from '../../stores/filtered';
import { useListed } from '../../stores/listed';
import { useMarked } from '../../stores/marked';
import { workspace } from '../../stores/workspace/workspace';
import { withFilter, type Choice, type Which } from './choice';

/** A way to choose documents, with those that it stands for; null for all. */
interface Way {
  readonly which: Which;
  readonly documents: readonly DocumentId[] | null;
}

/** The ways that there are now: nothing is offered that would be nothing or the same as all. */
export function waysToChoose(): readonly Way[] {
  const state = workspace();
  const listed = useListed.getState().listed ?? [];
  const marks = useMarked.getState().marked;
  const marked = [...(state?.documents.keys() ?? [])].filter((id) => marks.has(id));
  return [
    { which: 'all', documents: null },
    ...(listed.length > 0 ? [{ which: 'listed' as const, documents: listed }] : []),
    ...(marked.length > 0 ? [{ which: 'marked' as const, documents: marked }] : []),
    ...(state?.open ? [{ which: 'open' as const, documents: [state.open.id] }] : []),
  ];
}

/** A choice with other documents. */
export const withDocuments = (choice: Choice, { which, documents }: Way): Choice => ({
  ...choice,
  which,
  selection: { ...choice.selection, documents: documents && [...documents] },
});

/** A choice that was made a while ago, with the documents and annotations that it stands for by now. */
export function asOfNow(choice: Choice): Choice {
  const way = waysToChoose().find(({ which }) => which === choice.which);
  const filtered = withFilter(choice, choice.selection.filter && filterOfTable());
  return withDocuments(filtered, way ?? { which: 'all', documents: null });
}
