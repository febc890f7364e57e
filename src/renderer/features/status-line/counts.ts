import { useMemo } from 'react';
import type { TypeId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { kinds, type Kind, type TypeRecord } from '../../../core/model/codebook';
import { useShownAnnotations, useShownKinds } from '../../stores/coders';
import { useWorkspace } from '../../stores/workspace/workspace';

const noTypes: ReadonlyMap<TypeId, TypeRecord> = new Map();

/** How many annotations there are of a kind. */
interface KindCount {
  readonly kind: Kind;
  readonly count: number;
}

/** Relations are counted where there are any: most projects have none. */
const listed = (counts: Readonly<Record<Kind, number>>): readonly KindCount[] =>
  kinds
    .map((kind) => ({ kind, count: counts[kind] }))
    .filter(({ kind, count }) => kind !== 'relation' || count > 0);

/** Counts the annotations of a document by the kind of their type. */
function countByKind(
  annotations: readonly AnnotationRecord[],
  types: ReadonlyMap<TypeId, TypeRecord>,
): Readonly<Record<Kind, number>> {
  const counts = { entity: 0, event: 0, statement: 0, relation: 0 };
  for (const annotation of annotations) {
    const type = types.get(annotation.type);
    if (type) counts[type.kind] += 1;
  }
  return counts;
}

/** What the status line counts. */
export function useCounts() {
  const documents = useWorkspace((state) => state.documents, null);
  const isOpen = useWorkspace((state) => state.open !== null, false);
  const annotations = useShownAnnotations().inOrder;
  const types = useWorkspace((state) => state.types, noTypes);
  const inProject = useShownKinds();
  const [done = 0, doubtful = 0] = useMemo(() => {
    const all = [...(documents?.values() ?? [])];
    return (['done', 'doubtful'] as const).map(
      (wanted) => all.filter(({ document }) => document.status === wanted).length,
    );
  }, [documents]);
  const inDocument = useMemo(() => countByKind(annotations, types), [annotations, types]);
  return {
    documents: documents?.size ?? 0,
    done,
    doubtful,
    inDocument: isOpen ? listed(inDocument) : null,
    inProject: listed(inProject),
  };
}
