import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeId, TypeId } from '../../../core/ids';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import { kinds } from '../../../core/model/codebook';
import { statuses } from '../../../core/model/document';
import { groupedAlike, isAlikeRole } from '../../../core/rules/alike';
import { completenesses, type RoleCondition } from '../../../core/segments/filter';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState, type Workspace } from '../../stores/workspace/workspace';
import { ranked } from '../../ui/ranking';
import { StatusMark } from '../../ui/StatusMark';
import type { TypeAheadRow } from '../../ui/TypeAhead';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { attributeGroups, typesInWords } from './attribute-rows';
import { idOfPart, type FilterPart } from './filters';
import { useDescription, type DescribePart } from './use-description';

/** How many rows there are of each sort while nothing is typed, and how many afterwards. */
const fewAtFirst = 8;
const most = 60;

/** The values of an attribute that can be listed. */
function valuesOf({ id, domain }: AttributeRecord, workspace: Workspace): readonly AttributeValue[] {
  switch (domain.kind) {
    case 'yes-no':
      return [true, false];
    case 'one-of':
    case 'several-of':
      return domain.choices.map(({ value }) => value);
    case 'vocabulary':
      return [...workspace.terms.values()].filter((term) => term.attribute === id).map((term) => term.id);
    case 'number':
    case 'date':
    case 'text':
      return [];
  }
}

/** A condition that can be listed, and the types it is about where those of several may be meant. */
interface Listed {
  readonly part: FilterPart;
  readonly types?: readonly TypeId[];
}

/** Roles by type; those of several types that are called alike are one group. */
function roleGroups({ roles, types }: Workspace) {
  const rank = (type: TypeId): number => types.get(type)?.position ?? Infinity;
  const inOrder = [...roles.values()].sort((a, b) => rank(a.type) - rank(b.type) || a.position - b.position);
  return groupedAlike(inOrder, isAlikeRole);
}

/** Every condition that can be listed, sort by sort. */
function* allParts(workspace: Workspace): Generator<Listed> {
  const types = [...workspace.types.values()].sort((a, b) => a.position - b.position);
  for (const { id } of types) yield { part: { name: 'types', value: id } };
  for (const value of kinds) yield { part: { name: 'kinds', value } };
  for (const value of statuses) yield { part: { name: 'statuses', value } };
  yield { part: { name: 'entries', value: null } };
  for (const value of workspace.registry.keys()) yield { part: { name: 'entries', value } };
  yield* carriedParts(workspace);
  for (const value of completenesses) yield { part: { name: 'completeness', value } };
  if (workspace.coders.size > 1)
    for (const value of workspace.coders.keys()) yield { part: { name: 'coders', value } };
  const seen = new Set<string>();
  for (const { document } of workspace.documents.values()) {
    yield { part: { name: 'documents', value: document.id } };
    for (const [field, value] of Object.entries(document.metadata)) {
      const key = JSON.stringify([field, value]);
      if (!seen.has(key))
        yield { part: { name: 'metadata', value: { field, test: { by: 'value', value } } } };
      seen.add(key);
    }
  }
  for (const field of metadataFields(workspace))
    for (const has of presences)
      yield { part: { name: 'metadata', value: { field, test: { by: 'presence', has } } } };
}

const presences = ['any', 'none'] as const;

/** What attributes and roles are asked for, once for all that are alike. */
function* carriedParts(workspace: Workspace): Generator<Listed> {
  for (const group of attributeGroups(workspace)) {
    const { id } = group[0].attribute;
    const types = group.map(({ type }) => type);
    for (const { attribute, type } of group.slice(0, isListedAlike(group[0].attribute) ? 1 : undefined))
      for (const value of valuesOf(attribute, workspace)) {
        const test = { by: 'value', value } as const;
        const of = isListedAlike(attribute) ? types : [type];
        yield { part: { name: 'attributes', value: { attribute: attribute.id, test } }, types: of };
      }
    for (const has of presences)
      yield {
        part: { name: 'attributes', value: { attribute: id, test: { by: 'presence', has } } },
        types,
      };
  }
  for (const group of roleGroups(workspace))
    for (const filler of presences)
      yield {
        part: { name: 'roles', value: { role: group[0].id, filler } },
        types: group.map(({ type }) => type),
      };
}

/** Whether attributes that are alike have the same values: each vocabulary has terms of its own. */
const isListedAlike = ({ domain }: AttributeRecord): boolean => domain.kind !== 'vocabulary';

/** The fields that the metadata of documents have. */
const metadataFields = (workspace: Workspace): readonly string[] => [
  ...new Set([...workspace.documents.values()].flatMap(({ document }) => Object.keys(document.metadata))),
];

/** What can be asked for a part of its values, or for what lies between two. */
export type Asked =
  | { readonly of: 'metadata'; readonly field: string }
  | { readonly of: 'attribute'; readonly attribute: AttributeId };

/** What the id of a row begins with that opens a question. */
const question = 'question ';

/** What a row asks about; null for any other row. */
export const askedBy = (id: string): Asked | null =>
  id.startsWith(question) ? (JSON.parse(id.slice(question.length)) as Asked) : null;

/** The rows that open a question: for each field of metadata, and for attributes whose values cannot be listed. */
function questionRows(
  workspace: Workspace,
  language: 'en' | 'ru',
  told: { readonly ask: (name: string) => string; readonly group: string },
): readonly TypeAheadRow[] {
  const row = (asked: Asked, name: string, detail = ''): TypeAheadRow => ({
    ...{ id: `${question}${JSON.stringify(asked)}`, label: told.ask(name), group: told.group },
    ...(detail === '' ? {} : { detail }),
  });
  return [
    ...metadataFields(workspace).map((field) => row({ of: 'metadata', field }, field)),
    ...attributeGroups(workspace).flatMap((group) => {
      const { id, names, domain } = group[0].attribute;
      const isOpen = domain.kind === 'number' || domain.kind === 'date' || domain.kind === 'text';
      const types = group.map(({ type }) => type);
      return isOpen
        ? [
            row(
              { of: 'attribute', attribute: id },
              nameIn(names, language),
              typesInWords(types, workspace, language),
            ),
          ]
        : [];
    }),
  ];
}

/** The rows of the list of conditions, found by what is typed: «Лавров» finds an entry, and roles that it fills. */
export function useFilterSource(): (text: string) => Promise<readonly TypeAheadRow[]> {
  const { t } = useTranslation('retrieval');
  const language = useLanguage();
  const describe = useDescription();
  const workspace = useWorkspaceState((state) => state.workspace);
  const rows = useMemo(() => {
    const make = (): readonly TypeAheadRow[] => {
      if (!workspace) return [];
      const told = { ask: (name: string) => t('askValue', { name }), group: t('questions') };
      return [
        ...Array.from(allParts(workspace), ({ part, types = [] }) => ({
          ...rowOf(part, describe, t(`parts.${part.name}`), workspace),
          ...(types.length > 0 ? { detail: typesInWords(types, workspace, language) } : {}),
        })),
        ...questionRows(workspace, language, told),
      ];
    };
    // Made only when the list opens: there may be very many.
    let made: readonly TypeAheadRow[] | null = null;
    return () => (made ??= make());
  }, [workspace, describe, language, t]);
  return useCallback(
    (text) => {
      if (text.trim() === '') return Promise.resolve(fewOfEach(rows()));
      const found = ranked(rows(), text).slice(0, most);
      return Promise.resolve([...found, ...asFillers(found, workspace, describe, t('parts.roles'))]);
    },
    [rows, workspace, describe, t],
  );
}

function rowOf(
  part: FilterPart,
  describe: DescribePart,
  group: string,
  workspace: Workspace | null,
): TypeAheadRow {
  const type = part.name === 'types' ? workspace?.types.get(part.value) : undefined;
  const entry =
    part.name === 'entries' && part.value !== null ? workspace?.registry.get(part.value) : undefined;
  return {
    id: idOfPart(part),
    label: describe(part),
    group,
    ...(entry ? { aliases: entry.aliases } : {}),
    ...(type ? { icon: <TypeSwatch type={type} /> } : {}),
    ...(part.name === 'statuses' ? { icon: <StatusMark status={part.value} /> } : {}),
  };
}

function fewOfEach(rows: readonly TypeAheadRow[]): readonly TypeAheadRow[] {
  const counts = new Map<string, number>();
  return rows.filter(({ group = '' }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= fewAtFirst;
  });
}

/** How many of the entries that were found are offered as what fills a role. */
const mostFillers = 3;

/** The entries among what was found, in each role that takes entries or entities. */
function asFillers(
  found: readonly TypeAheadRow[],
  workspace: Workspace | null,
  describe: DescribePart,
  group: string,
): readonly TypeAheadRow[] {
  if (!workspace) return [];
  const entries = [...workspace.registry.values()].filter(({ id }) =>
    found.some((row) => row.id === idOfPart({ name: 'entries', value: id })),
  );
  return entries.slice(0, mostFillers).flatMap(({ id: entry }) =>
    roleGroups(workspace).map(([{ id: role }]) => {
      const value: RoleCondition = { role, filler: { entry } };
      return rowOf({ name: 'roles', value }, describe, group, workspace);
    }),
  );
}
