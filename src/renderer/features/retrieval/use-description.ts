import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import type { OpenTest } from '../../../core/segments/metadata';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState, type Workspace } from '../../stores/workspace/workspace';
import type { FilterPart } from './filters';

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
          return testInWords(part.value.field, part.value.test, t, (value) => value);
        case 'attributes': {
          const attribute = workspace?.attributes.get(part.value.attribute);
          const name = nameIn(attribute?.names ?? {}, language);
          return testInWords(name, part.value.test, t, (value) =>
            inWords(value, attribute, workspace, language, t),
          );
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

function testInWords<Value>(
  name: string,
  test: { readonly by: 'value'; readonly value: Value } | OpenTest,
  t: Translate,
  tell: (value: Value) => string,
): string {
  switch (test.by) {
    case 'value':
      return t('is', { name, value: tell(test.value) });
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
