import type { ProjectView } from '../../core/commands/project-view';
import type { AnnotationId } from '../../core/ids';
import { type AnnotationRecord, annotationsAt, type LinkRecord } from '../../core/model/annotation';
import { recordKey, type RecordName, type Records } from '../../core/model/records';
import type { Job } from '../jobs/jobs';
import { annotationsAmong } from '../storage/records/annotations';
import type { Reader } from '../storage/file/connection';
import { linksAmong } from '../storage/records/links';

/** How many annotations are read at once. */
export const atOnce = 500;

/** Answers each question once, and from memory afterwards. */
function remembered<Value>(): (key: string, look: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, look) => {
    if (known.has(key)) return known.get(key) as Value;
    const value = look();
    known.set(key, value);
    return value;
  };
}

/**
 * The project as a command on many annotations looks at it, with these annotations and their links read ahead, many
 * at a time and giving way to other work in between. Only for as long as the project is as it was.
 */
export async function readAhead(
  reader: Reader,
  view: ProjectView,
  ids: readonly AnnotationId[],
  job: Job,
): Promise<ProjectView> {
  const annotations = new Map<string, AnnotationRecord>();
  const links = new Map<string, LinkRecord[]>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    for (const annotation of annotationsAmong(reader, some)) annotations.set(annotation.id, annotation);
    for (const id of some) links.set(id, []);
    const mine = new Set<string>(some);
    for (const link of linksAmong(reader, some))
      for (const end of new Set(annotationsAt(link))) if (mine.has(end)) links.get(end)?.push(link);
    job.report('reading', from + some.length, ids.length);
    await job.breathe();
  }
  const found = remembered<Records[RecordName] | undefined>();
  const roles = remembered<readonly Records['role'][]>();
  const attributes = remembered<readonly Records['attribute'][]>();
  return {
    ...view,
    find: (name, id) =>
      ((name === 'annotation' ? annotations.get(id) : undefined) ??
        found(recordKey({ record: name, id }), () => view.find(name, id))) as
        Records[typeof name] | undefined,
    rolesOf: (type) => roles(type, () => view.rolesOf(type)),
    attributesOf: (type) => attributes(type, () => view.attributesOf(type)),
    linksOf: (annotation) => links.get(annotation) ?? view.linksOf(annotation),
  };
}
