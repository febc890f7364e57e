import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeId, TermId } from '../../../core/ids';
import type { AttributeRecord, TermRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import type { FacetWords } from './facets';

const noAttributes: ReadonlyMap<AttributeId, AttributeRecord> = new Map();
const noTerms: ReadonlyMap<TermId, TermRecord> = new Map();

/** The keys of metadata that most documents have, in the order in which they are asked for. */
export const usualKeys = ['date', 'source', 'author', 'url'] as const;

const isUsual = (key: string): key is (typeof usualKeys)[number] =>
  (usualKeys as readonly string[]).includes(key);

/** What a key of metadata is called: the usual ones in the language of the interface, others as they are. */
export function useTitleOf(): (key: string) => string {
  const { t } = useTranslation('documents');
  return useMemo(() => (key: string) => (isUsual(key) ? t(`keys.${key}`) : key), [t]);
}

/** What is needed to put metadata and attributes of documents into words. */
export function useFacetWords(): FacetWords {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const titleOf = useTitleOf();
  const attributes = useWorkspace((state) => state.attributes, noAttributes);
  const terms = useWorkspace((state) => state.terms, noTerms);
  return useMemo(
    () => ({
      attributes: [...attributes.values()].filter(({ owner }) => owner.of === 'document'),
      terms,
      nameOf: ({ names }: AttributeRecord) => nameIn(names, language),
      titleOf,
      yes: t('yes'),
      no: t('no'),
      language,
    }),
    [attributes, terms, titleOf, language, t],
  );
}
