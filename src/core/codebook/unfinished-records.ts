import type { ProjectView } from '../commands/project-view';
import type { Diff } from '../diff';
import type { TypeId } from '../ids';
import type { EntryRecord } from '../model/annotation';
import type { AttributeRecord, Localised } from '../model/codebook';
import type { DocumentRecord } from '../model/document';
import type { Carrier } from '../rules/codebook-rules';
import { missingValues } from '../rules/unfinished-values';
import { attributesFor } from '../rules/value-rules';
import type { Codebook } from './codebook';
import { lookupIn } from './lookup';

/** An entry or a document that had all that the codebook asked for, and no longer has. */
export interface RecordBecomesUnfinished {
  readonly record: EntryRecord | DocumentRecord;
  /** The names of the attributes that it has no value of. */
  readonly lacks: readonly Localised[];
}

type RequiredOf = (carrier: Carrier) => readonly AttributeRecord[];

/** The attributes that records have to have a value of, under one codebook. */
function demandsOf(codebook: Codebook): RequiredOf {
  const { type } = lookupIn(codebook);
  const required = codebook.attributes.filter((attribute) => attribute.required);
  const known = new Map<string, readonly AttributeRecord[]>();
  return (carrier) => {
    const key = JSON.stringify(carrier);
    const found = known.get(key) ?? attributesFor(carrier, required, type);
    known.set(key, found);
    return found;
  };
}

const carrierOf = (record: EntryRecord | DocumentRecord): Carrier =>
  record.record === 'document' ? { record: 'document' } : { record: 'entry', type: record.type };

/** The entries and documents that lack a value after a change of the codebook which they did not lack before. */
export function recordsBecomingUnfinished(
  diff: Diff,
  before: Codebook,
  after: Codebook,
  view: ProjectView,
): readonly RecordBecomesUnfinished[] {
  const [now, then] = [demandsOf(before), demandsOf(after)];
  const isDearer = (carrier: Carrier): boolean => {
    const asked = new Set(now(carrier).map(({ id }) => id));
    return then(carrier).some(({ id }) => !asked.has(id));
  };
  const candidates = new Map<string, EntryRecord | DocumentRecord>();
  if (isDearer({ record: 'document' }))
    for (const { id } of view.queue()) {
      const document = view.find('document', id);
      if (document) candidates.set(id, document);
    }
  const types: readonly (TypeId | null)[] = [null, ...after.types.map(({ id }) => id)];
  const dearer = new Set(types.filter((type) => isDearer({ record: 'entry', type })));
  if (dearer.size > 0)
    for (const entry of view.entries()) if (dearer.has(entry.type)) candidates.set(entry.id, entry);

  const changed = new Map<string, EntryRecord | DocumentRecord>();
  for (const [was, is] of diff.updated)
    if ((was.record === 'entry' || was.record === 'document') && is.record === was.record) {
      candidates.set(was.id, was);
      changed.set(is.id, is);
    }
  return [...candidates.values()].flatMap((record): RecordBecomesUnfinished[] => {
    const left = changed.get(record.id) ?? record;
    const lacked = new Set(missingValues(now(carrierOf(record)), record.attributes).map(({ id }) => id));
    const lacks = missingValues(then(carrierOf(left)), left.attributes).filter(({ id }) => !lacked.has(id));
    return lacks.length === 0 ? [] : [{ record: left, lacks: lacks.map(({ names }) => names) }];
  });
}
