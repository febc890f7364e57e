import { wholeProject, type ExportSelection } from '../contract/exchange';
import { addTo } from '../core/grouped';
import { statuses } from '../core/model/document';
import { ok, type Result } from '../core/result';
import type { Engine } from '../engine/engine';
import { say } from './words';

/** What of a project is to be exported, as it was named: by names or ids, several with commas between them. */
export interface NamedSelection {
  readonly documents?: readonly string[];
  readonly coder?: readonly string[];
  readonly types?: readonly string[];
  readonly status?: readonly string[];
}

interface Named<Id extends string> {
  readonly id: Id;
  readonly names: readonly string[];
}

class Unmatched extends Error {}

/** Adds one more value of an option to those before. */
export const gather = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

const fold = (name: string): string => name.normalize('NFC').toLowerCase().trim();

function idsOf<Id extends string>(
  option: string,
  given: readonly string[] | undefined,
  known: readonly Named<Id>[],
): Id[] | null {
  if (!given) return null;
  const byName = new Map<string, Id[]>();
  for (const { id, names } of known)
    for (const name of new Set([id as string, ...names].map(fold))) addTo(byName, name, id);
  const find = (name: string): readonly Id[] | undefined => byName.get(fold(name));
  const found = given.flatMap(
    // A name may have commas of its own.
    (value) =>
      find(value) ??
      value.split(',').flatMap((name) => {
        const ids = find(name);
        if (!ids) throw new Unmatched(say('export.unmatched', { option, name: name.trim() }));
        return ids;
      }),
  );
  return [...new Set(found)];
}

/** Finds what was named in a project. Answers with a sentence about the first name that matches nothing. */
export async function selectionOf(
  engine: Engine,
  { documents, coder, types, status }: NamedSelection,
): Promise<Result<{ readonly selection: ExportSelection } | { readonly wrong: string }>> {
  if (!documents && !coder && !types && !status) return ok({ selection: wholeProject });
  const [inQueue, coders, codebook] = await Promise.all([
    engine.calls['documents.list']({}),
    engine.calls['coders.list']({}),
    engine.calls['codebook.read']({}),
  ]);
  if (!inQueue.ok) return inQueue;
  if (!coders.ok) return coders;
  if (!codebook.ok) return codebook;
  try {
    const selection = {
      documents: idsOf(
        '--documents',
        documents,
        inQueue.value.map(({ document: { id, name } }) => ({ id, names: [name] })),
      ),
      coders: idsOf(
        '--coder',
        coder,
        coders.value.map(({ id, name }) => ({ id, names: [name] })),
      ),
      types: idsOf(
        '--types',
        types,
        codebook.value.types.map(({ id, names }) => ({ id, names: Object.values(names) })),
      ),
      statuses: idsOf(
        '--status',
        status,
        statuses.map((id) => ({ id, names: [] })),
      ),
      filter: null,
    };
    return ok({ selection });
  } catch (error) {
    if (error instanceof Unmatched) return ok({ wrong: error.message });
    throw error;
  }
}
