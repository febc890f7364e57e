import type { SegmentFilter } from '../../../core/segments/filter';

/** One condition of a filter, as it is shown and taken away alone. Its id tells it from all others. */
export type FilterPart = {
  readonly [Name in Exclude<keyof SegmentFilter, 'text'>]: {
    readonly name: Name;
    readonly value: SegmentFilter[Name][number];
  };
}[Exclude<keyof SegmentFilter, 'text'>];

/** The id of a condition, from which `partOf` makes it again. */
export const idOfPart = ({ name, value }: FilterPart): string => `${name} ${JSON.stringify(value)}`;

/** The condition that an id stands for. Only ids that `idOfPart` made are asked for. */
export function partOf(id: string): FilterPart {
  const space = id.indexOf(' ');
  return { name: id.slice(0, space), value: JSON.parse(id.slice(space + 1)) as unknown } as FilterPart;
}

const names = [
  'types',
  'kinds',
  'statuses',
  'entries',
  'attributes',
  'roles',
  'completeness',
  'coders',
  'documents',
  'metadata',
] as const satisfies readonly FilterPart['name'][];

/** The conditions of a filter, but for the words that are looked for. */
export const partsOf = (filter: SegmentFilter): readonly FilterPart[] =>
  names.flatMap((name) => filter[name].map((value) => ({ name, value }) as FilterPart));

/** The change that adds a condition, or takes it away where it is there. */
export function toggledPart(filter: SegmentFilter, part: FilterPart): Partial<SegmentFilter> {
  const id = idOfPart(part);
  const others = filter[part.name].filter(
    (value) => idOfPart({ name: part.name, value } as FilterPart) !== id,
  );
  const isThere = others.length < filter[part.name].length;
  return { [part.name]: isThere ? others : [...others, part.value] };
}
