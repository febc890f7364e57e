import type { AnnotationId, TypeId } from '../../src/core/ids';
import type { Project } from '../../src/engine/project';
import { run, valueOf } from './engine';

/** Makes a type of relation. Where a type is named, both of its ends have to be of that. */
export function makeRelationType(project: Project, name: string, ends: TypeId | null = null): TypeId {
  const fields = {
    ...{ names: { en: name }, guidelines: {}, examples: [], hue: 10, key: null },
    symmetric: false,
  };
  valueOf(run(project, { name: 'type.create', kind: 'relation', parent: null, type: fields }));
  const { types, roles } = project.view.codebook();
  const type = types.find(({ names }) => names['en'] === name)?.id;
  if (!type) throw new Error('The type is missing');
  for (const role of roles.filter((one) => one.type === type && ends !== null)) {
    const fillers = { ...role.fillers, kinds: [], types: ends ? [ends] : [] };
    valueOf(run(project, { name: 'role.change', role: role.id, change: { fillers }, retype: null }));
  }
  return type;
}

/** Ties two annotations together. Answers with the relation. */
export function relate(project: Project, type: TypeId, from: AnnotationId, to: AnnotationId): AnnotationId {
  const ids = (): AnnotationId[] => project.view.annotationsOfTypes([type]).map(({ id }) => id);
  const before = new Set(ids());
  valueOf(run(project, { name: 'relation.create', type, from, to: { by: 'annotation', annotation: to } }));
  const made = ids().find((id) => !before.has(id));
  if (!made) throw new Error('The relation is missing');
  return made;
}
