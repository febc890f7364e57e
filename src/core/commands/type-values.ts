import type { AttributeId, TypeId } from '../ids';
import type { AttributeRecord, AttributeValue, AttributeValues } from '../model/codebook';
import { lineageOf } from '../rules/codebook-rules';
import { attributesFor, isNamesakeAttribute, takesValue, type ValueSurroundings } from '../rules/value-rules';
import type { ProjectView } from './project-view';

/** What the rules of values may know of the project. */
export const surroundings = (view: ProjectView): ValueSurroundings => ({
  type: (id) => view.find('type', id),
  term: (id) => view.find('term', id),
});

/** The attributes of annotations of a type, its own and those of the types above it. */
export function attributesOfType(type: TypeId, view: ProjectView): readonly AttributeRecord[] {
  const find = (id: TypeId) => view.find('type', id);
  const all = lineageOf(type, find).flatMap(({ id }) => view.attributesOf(id));
  return attributesFor({ record: 'annotation', type }, all, find);
}

/** The values that a new annotation of a type has before anybody says anything. */
export const defaultValues = (type: TypeId, view: ProjectView): AttributeValues =>
  Object.fromEntries(
    attributesOfType(type, view).flatMap((attribute) =>
      attribute.default !== null && takesValue(attribute, attribute.default, surroundings(view))
        ? [[attribute.id, attribute.default]]
        : [],
    ),
  );

/** The values that annotations of another type can keep: of attributes that they share, and of namesakes. */
export function valuesUnder(type: TypeId, values: AttributeValues, view: ProjectView): AttributeValues {
  const own = attributesOfType(type, view);
  const kept: Record<string, AttributeValue> = {};
  for (const [id, value] of Object.entries(values)) {
    const before = view.find('attribute', id as AttributeId);
    const attribute =
      own.find((mine) => mine.id === id) ?? own.find((mine) => before && isNamesakeAttribute(mine, before));
    if (attribute && takesValue(attribute, value, surroundings(view))) kept[attribute.id] ??= value;
  }
  return kept;
}
