import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeId, TermId } from '../../core/ids';
import type { TermRecord } from '../../core/model/codebook';
import { invoke } from '../bridge/bridge';
import { formatNumber } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useHiddenCoders } from '../stores/coders';
import { useAnswer } from '../stores/use-answer';
import { run } from '../stores/workspace/session';
import { useWorkspace } from '../stores/workspace/workspace';
import { TypeAhead, type TypeAheadRow } from '../ui/TypeAhead';
import { termPath, termsInTree } from './terms';
import { targetOf } from './value-target';
import type { ValueControlProps } from './props';

const noTerms: ReadonlyMap<TermId, TermRecord> = new Map();

/** How many values each term of a vocabulary is, as far as they are to be seen, kept up to date. */
export function useTermCounts(attribute: AttributeId): ReadonlyMap<TermId, number> | null {
  const hidden = useHiddenCoders();
  const ask = useMemo(
    () => () => invoke('terms.counts', { attribute, hidden: [...hidden] }),
    [attribute, hidden],
  );
  const counts = useAnswer(ask);
  return useMemo(() => counts && new Map(counts), [counts]);
}

/** The terms of a vocabulary to choose from: those below others after them, each with how often it is used. */
export function useTermRows(attribute: AttributeId): readonly TypeAheadRow[] {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const terms = useWorkspace((state) => state.terms, noTerms);
  const counts = useTermCounts(attribute);
  return useMemo(
    () =>
      termsInTree(terms.values(), attribute, language).map(({ term }) => {
        const uses = counts?.get(term.id) ?? 0;
        const path = termPath(term, terms);
        return {
          id: term.id,
          label: term.name,
          aliases: path,
          detail: [path.join(' › '), t('uses', { count: uses, formatted: formatNumber(uses, language) })]
            .filter(Boolean)
            .join(' · '),
        };
      }),
    [terms, counts, attribute, language, t],
  );
}

/** A term of a vocabulary; what is not there yet is made where it is needed. */
export function TermValue(props: ValueControlProps) {
  const { label, attribute, value, placeholder, records, isReadOnly, newTerm, onSave } = props;
  const terms = useWorkspace((state) => state.terms, noTerms);
  const made = { name: 'term.create', attribute: attribute.id, parent: null } as const;
  const chosen = typeof value === 'string' ? terms.get(value as TermId) : undefined;
  return (
    <TypeAhead
      label={label}
      isLabelHidden
      placeholder={placeholder}
      source={useTermRows(attribute.id)}
      chosen={chosen?.id ?? null}
      value={chosen?.name ?? newTerm?.name}
      isDisabled={isReadOnly}
      onChoose={({ id }) => void onSave(id)}
      onCreate={(name) => {
        if (newTerm) newTerm.onName(name);
        else void run({ ...made, term: name, for: targetOf(records) });
      }}
      onClear={() => void onSave(null)}
    />
  );
}
