import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import { kinds } from '../../../core/model/codebook';
import { statuses } from '../../../core/model/document';
import { completenesses, type RoleCondition } from '../../../core/segments/filter';
import type { MetadataCondition } from '../../../core/segments/metadata';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState, type Workspace } from '../../stores/workspace/workspace';
import { ranked } from '../../ui/ranking';
import { StatusMark } from '../../ui/StatusMark';
import type { TypeAheadRow } from '../../ui/TypeAhead';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { idOfPart, type FilterPart } from './filters';

/** How many rows there are of each sort while nothing is typed, and how many afterwards. */
const fewAtFirst = 8;
const most = 60;

/** Says what a condition asks for: in its chip, and in the list of conditions to add. */
export type DescribePart = (part: FilterPart) => string;

/** What describes conditions with the names that the project has for things. */
export function useDescription(): DescribePart {
  const { t } = useTranslation(['retrieval', 'common']);
  const language = useLanguage();
  const workspace = useWorkspaceState((state) => state.workspace);
  return useCallback(
    (part) => {
      switch (part.name) {
        case 'types':
          return nameIn(workspace?.types.get(part.value)?.names ?? {}, language);
        case 'kinds':
          return t(`common:kinds.${part.value}`);
        case 'statuses':
          return t(`common:status.${part.value}`);
        case 'completeness':
          return t(part.value);
        case 'coders':
          return workspace?.coders.get(part.value)?.name ?? '';
        case 'documents':
          return workspace?.documents.get(part.value)?.document.name ?? '';
        case 'entries':
          return part.value === null ? t('noEntry') : (workspace?.registry.get(part.value)?.name ?? '');
        case 'metadata':
          return metadataInWords(part.value, t);
        case 'attributes': {
          const attribute = workspace?.attributes.get(part.value.attribute);
          const name = nameIn(attribute?.names ?? {}, language);
          if (part.value.value === null) return t('hasNone', { name });
          return t('is', { name, value: inWords(part.value.value, attribute, workspace, language, t) });
        }
        case 'roles': {
          const name = nameIn(workspace?.roles.get(part.value.role)?.names ?? {}, language);
          const { filler } = part.value;
          if (filler === 'any') return t('filled', { name });
          if (filler === 'none') return t('unfilled', { name });
          return t('is', { name, value: workspace?.registry.get(filler.entry)?.name ?? '' });
        }
      }
    },
    [t, language, workspace],
  );
}

type Translate = ReturnType<typeof useTranslation<['retrieval', 'common']>>['t'];

function metadataInWords({ field: name, test }: MetadataCondition, t: Translate): string {
  switch (test.by) {
    case 'value':
      return t('is', { name, value: test.value });
    case 'part':
      return t('holds', { name, part: test.part });
    case 'presence':
      return t(test.has === 'any' ? 'hasAny' : 'hasNone', { name });
    case 'range': {
      const { from, to } = test;
      if (from !== null && to !== null) return t('fromTo', { name, from, to });
      return from === null ? t('upTo', { name, to }) : t('from', { name, from });
    }
  }
}

function inWords(
  value: AttributeValue,
  attribute: AttributeRecord | undefined,
  workspace: Workspace | null,
  language: 'en' | 'ru',
  t: Translate,
): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
  const { domain } = attribute ?? {};
  if (domain?.kind === 'vocabulary')
    return [...(workspace?.terms.values() ?? [])].find(({ id }) => id === value)?.name ?? value;
  if (domain?.kind === 'one-of' || domain?.kind === 'several-of') {
    const choice = domain.choices.find((one) => one.value === value);
    return choice ? nameIn(choice.names, language) || value : value;
  }
  return value;
}

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

/** Every condition that can be listed, sort by sort. */
function* allParts(workspace: Workspace): Generator<FilterPart> {
  const types = [...workspace.types.values()].sort((a, b) => a.position - b.position);
  for (const { id } of types) yield { name: 'types', value: id };
  for (const value of kinds) yield { name: 'kinds', value };
  for (const value of statuses) yield { name: 'statuses', value };
  yield { name: 'entries', value: null };
  for (const value of workspace.registry.keys()) yield { name: 'entries', value };
  for (const attribute of workspace.attributes.values()) {
    if (attribute.owner.of !== 'type') continue;
    for (const value of valuesOf(attribute, workspace))
      yield { name: 'attributes', value: { attribute: attribute.id, value } };
    yield { name: 'attributes', value: { attribute: attribute.id, value: null } };
  }
  for (const role of workspace.roles.keys())
    for (const filler of ['any', 'none'] as const) yield { name: 'roles', value: { role, filler } };
  for (const value of completenesses) yield { name: 'completeness', value };
  if (workspace.coders.size > 1) for (const value of workspace.coders.keys()) yield { name: 'coders', value };
  const seen = new Set<string>();
  for (const { document } of workspace.documents.values()) {
    yield { name: 'documents', value: document.id };
    for (const [field, value] of Object.entries(document.metadata)) {
      const key = JSON.stringify([field, value]);
      if (!seen.has(key)) yield { name: 'metadata', value: { field, test: { by: 'value', value } } };
      seen.add(key);
    }
  }
  for (const field of metadataFields(workspace))
    for (const has of ['any', 'none'] as const)
      yield { name: 'metadata', value: { field, test: { by: 'presence', has } } };
}

/** The fields that the metadata of documents have. */
const metadataFields = (workspace: Workspace): readonly string[] => [
  ...new Set([...workspace.documents.values()].flatMap(({ document }) => Object.keys(document.metadata))),
];

/** The row that opens a question about a field of metadata, and what its id is the question about. */
const question = 'question ';

/** The field of metadata that a row asks about; null for any other row. */
export const fieldAskedFor = (id: string): string | null =>
  id.startsWith(question) ? id.slice(question.length) : null;

/** The rows of the list of conditions, found by what is typed: «Лавров» finds an entry, and roles that it fills. */
export function useFilterSource(): (text: string) => Promise<readonly TypeAheadRow[]> {
  const { t } = useTranslation('retrieval');
  const describe = useDescription();
  const workspace = useWorkspaceState((state) => state.workspace);
  const rows = useMemo(() => {
    const make = (): readonly TypeAheadRow[] => [
      ...Array.from(workspace ? allParts(workspace) : [], (part) =>
        rowOf(part, describe, t(`parts.${part.name}`), workspace),
      ),
      ...(workspace ? metadataFields(workspace) : []).map((field) => ({
        id: `${question}${field}`,
        label: t('askMetadata', { name: field }),
        group: t('questions'),
      })),
    ];
    // Made only when the list opens: there may be very many.
    let made: readonly TypeAheadRow[] | null = null;
    return () => (made ??= make());
  }, [workspace, describe, t]);
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
    [...workspace.roles.keys()].map((role) => {
      const value: RoleCondition = { role, filler: { entry } };
      return rowOf({ name: 'roles', value }, describe, group, workspace);
    }),
  );
}
