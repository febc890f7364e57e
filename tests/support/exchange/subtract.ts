import type { Thing } from '../../../src/core/exchange/things';
import type { LossLine } from '../../../src/core/exchange/losses';
import { addTo } from '../../../src/core/grouped';
import type { AnnotationView, DocumentView } from './view';

/** What a report of losses says of one record. */
interface Told {
  readonly thing: Thing;
  readonly reason: string;
  readonly part: string | null;
}

/**
 * What is left of a project's view when everything is taken out of it that a report of losses names: what is lost as a
 * whole is gone, what is carried in part is undefined, which compares with anything.
 */
export function subtract(
  views: readonly DocumentView[],
  losses: readonly LossLine[],
): readonly DocumentView[] {
  const told = new Map<string, Told[]>();
  for (const { thing, reason, examples } of losses)
    for (const { record, part } of examples) addTo(told, record, { thing, reason, part });
  const of = (record: string, thing: Thing): readonly Told[] =>
    (told.get(record) ?? []).filter((one) => one.thing === thing);
  const isTold = (record: string, thing: Thing): boolean => of(record, thing).length > 0;

  const gone = new Set(
    views.flatMap(({ annotations }) =>
      annotations
        .filter(({ id }) =>
          ['annotation', 'relation', 'zero-width'].some((thing) => isTold(id, thing as Thing)),
        )
        .map(({ id }) => id),
    ),
  );
  const without = <Value>(
    values: Readonly<Record<string, Value>>,
    record: string,
    thing: Thing,
  ): Readonly<Record<string, Value | undefined>> => {
    const lost = new Set(of(record, thing).map(({ part }) => part));
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, lost.has(key) ? undefined : value]),
    );
  };
  const annotationLeft = (one: AnnotationView, hasText: boolean): AnnotationView => ({
    ...one,
    fragments: hasText ? fragmentsLeft(one, of(one.id, 'fragment')) : undefined,
    attributes: without(one.attributes, one.id, 'attribute'),
    entry: isTold(one.id, 'identity') ? undefined : one.entry,
    coder: isTold(one.id, 'coder') ? undefined : one.coder,
    status: isTold(one.id, 'status') ? undefined : one.status,
    note: isTold(one.id, 'note') ? undefined : one.note,
    createdAt: isTold(one.id, 'time') ? undefined : one.createdAt,
    links: one.links.filter(
      ({ id, filler }) => !isTold(id, 'role') && !(typeof filler !== 'string' && gone.has(filler.annotation)),
    ),
  });
  return views
    .filter(({ id }) => !isTold(id, 'document'))
    .map((view) => {
      const hasText = !isTold(view.id, 'text');
      return {
        ...view,
        name: isTold(view.id, 'document-name') ? undefined : view.name,
        text: hasText ? view.text : undefined,
        metadata: without(view.metadata, view.id, 'metadata'),
        attributes: without(view.attributes, view.id, 'document-attribute'),
        status: isTold(view.id, 'document-status') ? undefined : view.status,
        note: isTold(view.id, 'document-note') ? undefined : view.note,
        segmentations: view.segmentations.filter(({ id }) => !isTold(id, 'segmentation')),
        annotations: view.annotations
          .filter(({ id }) => !gone.has(id))
          .map((one) => annotationLeft(one, hasText)),
      };
    });
}

function fragmentsLeft({ fragments }: AnnotationView, told: readonly Told[]): AnnotationView['fragments'] {
  if (told.length === 0 || !fragments) return fragments;
  const hullOnly = told.every(({ reason }) => reason === 'gaps-filled' || reason === 'no-place');
  const [first, last] = [fragments[0], fragments.at(-1)];
  return hullOnly && first && last
    ? [[first[0], Math.max(...fragments.map(([, end]) => end), last[1])]]
    : undefined;
}
