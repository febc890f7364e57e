import { Funnel, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { IconButton } from '../../ui/IconButton';
import { TypeAheadPopover } from '../../ui/TypeAhead';
import { idOfFacet, type Facet } from './facets';

interface FacetFilterProps {
  readonly facets: readonly Facet[];
  readonly chosen: readonly Facet[];
  readonly onChange: (chosen: readonly Facet[]) => void;
}

/** Picks out documents by what is known of them: a list to type ahead in of every value there is. */
export function FacetButton({ facets, chosen, onChange }: FacetFilterProps) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const rows = facets.map((facet) => ({
    id: idOfFacet(facet),
    label: facet.value,
    aliases: [facet.title],
    detail: formatNumber(facet.count, language),
    group: facet.title,
  }));
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <IconButton icon={Funnel} label={t('pick')} isDisabled={rows.length === 0} />
      <TypeAheadPopover
        list={{
          label: t('pick'),
          source: rows,
          onChoose: ({ id }) => {
            const facet = facets.find((one) => idOfFacet(one) === id);
            if (facet && !chosen.some((one) => idOfFacet(one) === id)) onChange([...chosen, facet]);
          },
        }}
        onClose={() => setIsOpen(false)}
      />
    </DialogTrigger>
  );
}

/** The values by which documents are picked out now, each to be given up again. */
export function ChosenFacets({ chosen, onChange }: Omit<FacetFilterProps, 'facets'>) {
  const { t } = useTranslation('documents');
  if (chosen.length === 0) return null;
  return (
    <div className="documents__facets">
      {chosen.map((facet) => (
        <AriaButton
          key={idOfFacet(facet)}
          className="documents__facet"
          aria-label={t('unpick', { title: facet.title, value: facet.value })}
          onPress={() => onChange(chosen.filter((one) => one !== facet))}
        >
          <span className="documents__facet-value">{facet.value}</span>
          <X size={12} strokeWidth={2} aria-hidden />
        </AriaButton>
      ))}
    </div>
  );
}
