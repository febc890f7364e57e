import type { AttributeValues } from '../../../core/model/codebook';
import type { LinkTarget } from '../../../core/model/annotation';
import type { AnyRecord, RecordName, Records } from '../../../core/model/records';

/** The new ids of records that come as copies beside the project's own of the same id. */
export class NewIds {
  readonly #ids = new Map<string, string>();

  /** Notes that the copy of a record has another id. */
  set<Name extends RecordName>(name: Name, old: Records[Name]['id'], id: Records[Name]['id']): void {
    this.#ids.set(`${name} ${old}`, id);
  }

  /** The id that a reference has to carry now. */
  of<Name extends RecordName>(name: Name, id: Records[Name]['id']): Records[Name]['id'] {
    return (this.#ids.get(`${name} ${id}`) ?? id) as Records[Name]['id'];
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }
}

type IsVocabulary = (attribute: Records['attribute']['id']) => boolean;

/** A record whose references follow the copies. Its own id stays. `isVocabulary` is asked for new ids. */
export function withNewReferences(record: AnyRecord, ids: NewIds, isVocabulary: IsVocabulary): AnyRecord {
  if (ids.isEmpty) return record;
  const ofType = (id: Records['type']['id']) => ids.of('type', id);
  const entryOrNone = (id: Records['entry']['id'] | null) => id && ids.of('entry', id);
  switch (record.record) {
    case 'coder':
      return record;
    case 'type':
      return { ...record, parent: record.parent && ofType(record.parent) };
    case 'role':
      return {
        ...record,
        type: ofType(record.type),
        fillers: { ...record.fillers, types: record.fillers.types.map(ofType) },
      };
    case 'attribute':
      return record.owner.of === 'type'
        ? { ...record, owner: { of: 'type', type: ofType(record.owner.type) } }
        : record;
    case 'term':
      return {
        ...record,
        attribute: ids.of('attribute', record.attribute),
        parent: record.parent && ids.of('term', record.parent),
      };
    case 'version':
      // What the codebook was stays as it was, whatever its parts are called here.
      return { ...record, coder: ids.of('coder', record.coder) };
    case 'entry':
      return {
        ...record,
        type: record.type && ofType(record.type),
        place: entryOrNone(record.place),
        attributes: renamedValues(record.attributes, ids, isVocabulary),
      };
    case 'document':
      return { ...record, attributes: renamedValues(record.attributes, ids, isVocabulary) };
    case 'segmentation':
      return { ...record, document: ids.of('document', record.document) };
    case 'annotation':
      return {
        ...record,
        document: ids.of('document', record.document),
        type: ofType(record.type),
        coder: ids.of('coder', record.coder),
        version: record.version && ids.of('version', record.version),
        entry: entryOrNone(record.entry),
        attributes: renamedValues(record.attributes, ids, isVocabulary),
      };
    case 'link':
      return {
        ...record,
        annotation: ids.of('annotation', record.annotation),
        role: ids.of('role', record.role),
        target: renamedTarget(record.target, ids),
      };
  }
}

/** Values are filed under the ids of their attributes; those of a vocabulary are ids of terms. */
function renamedValues(values: AttributeValues, ids: NewIds, isVocabulary: IsVocabulary): AttributeValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const attribute = ids.of('attribute', key as Records['attribute']['id']);
      const isTerm = typeof value === 'string' && isVocabulary(attribute);
      return [attribute, isTerm ? ids.of('term', value as Records['term']['id']) : value];
    }),
  );
}

function renamedTarget(target: LinkTarget, ids: NewIds): LinkTarget {
  switch (target.by) {
    case 'annotation':
      return { by: 'annotation', annotation: ids.of('annotation', target.annotation) };
    case 'entry':
      return { by: 'entry', entry: ids.of('entry', target.entry) };
    case 'span':
      return target;
  }
}
