import type { EntryId, TypeId } from '../ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../model/annotation';
import type { AttributeRecord, AttributeValues, TermRecord } from '../model/codebook';
import type { AnyRecord, FindRecord } from '../model/records';
import { entryFaults } from './entry-rules';
import { inheritsFrom, type Carrier, type FindType } from './codebook-rules';
import { takesValue, valueFault, type ValueSurroundings } from './value-rules';
import { fillerFault, type FillerFault } from './link-rules';

/** Something about a record that the codebook, or the record that it refers to, does not allow. */
export interface Misfit {
  readonly rule: string;
  /** The field of the record that is to blame. */
  readonly field: string;
  readonly detail: string;
}

const misfit = (rule: string, field: string, detail: string): Misfit => ({ rule, field, detail });

/**
 * Everything about a record that does not fit its type, its role or what it refers to. That what it refers to is not
 * there is for others to say.
 */
export function misfitsOf(record: AnyRecord, find: FindRecord): Iterable<Misfit> {
  switch (record.record) {
    case 'annotation':
      return annotationMisfits(record, find);
    case 'link':
      return linkMisfits(record, find);
    case 'entry':
      return entryMisfits(record, find);
    case 'document':
      return valueMisfits({ record: 'document' }, record.attributes, find);
    case 'attribute':
      return defaultMisfits(record, find);
    case 'term':
      return termMisfits(record, find);
    case 'coder':
    case 'type':
    case 'role':
    case 'version':
    case 'segmentation':
      return [];
  }
}

const typesIn =
  (find: FindRecord): FindType =>
  (id) =>
    find('type', id);

const valuesIn = (find: FindRecord): ValueSurroundings => ({
  type: (id) => find('type', id),
  term: (id) => find('term', id),
});

function* annotationMisfits(annotation: AnnotationRecord, find: FindRecord): Iterable<Misfit> {
  const kind = find('type', annotation.type)?.kind;
  const fragments = annotation.fragments.length;
  if (kind && (kind === 'relation') !== (fragments === 0))
    yield misfit('annotation.anchor', 'fragments', `${kind} with ${fragments} fragments`);
  const entry = annotation.entry && find('entry', annotation.entry);
  if (entry && kind && entry.kind !== kind)
    yield misfit('annotation.entry', 'entry', `${kind} that refers to the ${entry.kind} ${entry.id}`);
  yield* valueMisfits({ record: 'annotation', type: annotation.type }, annotation.attributes, find);
}

function* linkMisfits({ annotation, role: id, target }: LinkRecord, find: FindRecord): Iterable<Misfit> {
  const from = find('annotation', annotation);
  const role = find('role', id);
  if (!from || !role) return;
  if (!inheritsFrom(from.type, role.type, typesIn(find))) {
    yield misfit('link.role', 'role', `${from.type} has no role ${id}`);
    return;
  }
  const filler = target.by === 'annotation' ? find('annotation', target.annotation) : null;
  if (filler === undefined) return;
  const fault = fillerFault({ annotation: from, role, target, filler }, typesIn(find));
  if (fault) yield misfit(`link.${fault}`, 'target', fillerSentences[fault](id, filler?.type ?? target.by));
}

const fillerSentences: Readonly<Record<FillerFault, (role: string, filler: string) => string>> = {
  itself: (role) => `it fills its own role ${role}`,
  target: (role, filler) => `${role} takes no ${filler}`,
  document: (role) => `${role} takes nothing from another document`,
};

function* entryMisfits(entry: EntryRecord, find: FindRecord): Iterable<Misfit> {
  const around = { type: (id: TypeId) => find('type', id), entry: (id: EntryId) => find('entry', id) };
  for (const { field, detail } of entryFaults(entry, around)) yield misfit(`entry.${field}`, field, detail);
  yield* valueMisfits({ record: 'entry', type: entry.type }, entry.attributes, find);
}

function* valueMisfits(carrier: Carrier, values: AttributeValues, find: FindRecord): Iterable<Misfit> {
  for (const [id, value] of Object.entries(values)) {
    const attribute = find('attribute', id as AttributeRecord['id']);
    if (!attribute) continue;
    const fault = valueFault(carrier, attribute, value, valuesIn(find));
    if (fault === 'owner')
      yield misfit('value.owner', `attributes.${id}`, `${id} is not an attribute of this record`);
    else if (fault === 'domain')
      yield misfit('value.domain', `attributes.${id}`, `${id} does not take ${JSON.stringify(value)}`);
  }
}

function* defaultMisfits(attribute: AttributeRecord, find: FindRecord): Iterable<Misfit> {
  if (attribute.default !== null && !takesValue(attribute, attribute.default, valuesIn(find)))
    yield misfit('attribute.default', 'default', `it does not take ${JSON.stringify(attribute.default)}`);
}

function* termMisfits(term: TermRecord, find: FindRecord): Iterable<Misfit> {
  const parent = term.parent && find('term', term.parent);
  if (parent && parent.attribute !== term.attribute)
    yield misfit('term.parent', 'parent', `its parent belongs to another vocabulary, ${parent.attribute}`);
}
