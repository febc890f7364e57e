import type { Diff } from '../diff';
import type { AttributeId } from '../ids';
import type { AnnotationRecord, EntryRecord } from '../model/annotation';
import type { AttributeRecord, AttributeValue } from '../model/codebook';
import type { DocumentRecord } from '../model/document';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { mayCarry, type Carrier } from '../rules/codebook-rules';
import { isNamesakeAttribute, valueFault } from '../rules/value-rules';
import type { CommandOf } from './annotations';
import { collect, update } from './build';
import type { ChangeContext, ProjectView } from './project-view';
import { attributesOfType, surroundings } from './type-values';
import type { ValueTarget } from './values-command';

/** What has values of attributes. */
export type ValueCarrier = AnnotationRecord | EntryRecord | DocumentRecord;

const carrierOf = (record: ValueCarrier): Carrier =>
  record.record === 'document'
    ? { record: 'document' }
    : ({ record: record.record, type: record.type } as Carrier);

/** The attribute of an id, or the problem that there is none. */
export function findAttribute(view: ProjectView, id: AttributeId): Result<AttributeRecord> {
  const found = view.find('attribute', id);
  return found ? ok(found) : fail(problem('record-missing', { record: 'attribute', id }));
}

/** The records that get a value; a missing one is told. */
function carriersOf(target: ValueTarget, view: ProjectView): Result<readonly ValueCarrier[]> {
  const missing = (record: string, id: string) => fail(problem('record-missing', { record, id }));
  switch (target.of) {
    case 'annotation':
      return collect([...new Set(target.annotations)], (id) => {
        const found = view.find('annotation', id);
        return found ? ok(found) : missing('annotation', id);
      });
    case 'entry':
      return collect([...new Set(target.entries)], (id) => {
        const found = view.find('entry', id);
        return found ? ok(found) : missing('entry', id);
      });
    case 'document':
      return collect([...new Set(target.documents)], (id) => {
        const found = view.find('document', id);
        return found ? ok(found) : missing('document', id);
      });
  }
}

/**
 * Gives records a value of an attribute, or takes it away. Annotations of another type get the value in their own
 * attribute of the same name, so that annotations of several types can be changed at once. Refuses all where one
 * cannot have it.
 */
export function setValue(
  { target, attribute: id, value }: CommandOf<'value.set'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const attribute = findAttribute(view, id);
  if (!attribute.ok) return attribute;
  const carriers = carriersOf(target, view);
  if (!carriers.ok) return carriers;
  const changes = collect(carriers.value, (record) => {
    const own = ownAttribute(record, attribute.value, view);
    if (!own) return fail(problem('value-owner', { attribute: nameOf(attribute.value) }));
    if (value !== null && valueFault(carrierOf(record), own, value, surroundings(view)) !== null)
      return fail(problem('value-refused', { attribute: nameOf(own) }));
    return ok(withValue(record, own.id, value, context));
  });
  if (!changes.ok) return changes;
  return ok({ added: [], updated: changes.value.filter((pair) => pair !== null), removed: [] });
}

/** The attribute that a record has: this one, or its own of the same name. */
function ownAttribute(
  record: ValueCarrier,
  attribute: AttributeRecord,
  view: ProjectView,
): AttributeRecord | undefined {
  if (mayCarry(carrierOf(record), attribute.owner, (id) => view.find('type', id))) return attribute;
  if (record.record !== 'annotation') return undefined;
  return attributesOfType(record.type, view).find((own) => isNamesakeAttribute(own, attribute));
}

/** The update that gives a record a value, or takes it away; null where nothing changes. */
export function withValue(
  record: ValueCarrier,
  attribute: AttributeId,
  value: AttributeValue | null,
  context: ChangeContext,
): ReturnType<typeof update> {
  const others = Object.entries(record.attributes).filter(([id]) => id !== attribute);
  // In the order of ids, as they are read from the file.
  const entries = value === null ? others : [...others, [attribute, value] as const];
  const attributes = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  return record.record === 'annotation'
    ? update(record, { attributes }, { modifiedAt: context.now })
    : update<EntryRecord | DocumentRecord>(record, { attributes });
}

/** A name of an attribute for a sentence, in whichever language there is. */
const nameOf = ({ id, names }: AttributeRecord): string => names['en'] ?? Object.values(names)[0] ?? id;
