import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermId } from '../../../core/ids';
import type { TermRecord } from '../../../core/model/codebook';
import { run } from '../../stores/workspace/session';
import { useTermRows } from '../../values/TermValue';
import { Button } from '../../ui/Button';
import { SavedField } from '../../ui/SavedField';
import { TypeAhead } from '../../ui/TypeAhead';

interface TermActionsProps {
  /** The term that the keyboard is on, or those that are marked. */
  readonly terms: readonly TermRecord[];
  readonly uses: (term: TermId) => number;
  /** They were removed, or merged into another. */
  readonly onGone: () => void;
}

/** What can be done with a term, or with several: another name, a place below another one, merging, removing. */
export function TermActions({ terms, uses, onGone }: TermActionsProps) {
  const [first] = terms;
  return first ? <Actions first={first} terms={terms} uses={uses} onGone={onGone} /> : null;
}

function Actions({ first, terms, uses, onGone }: TermActionsProps & { readonly first: TermRecord }) {
  const { t } = useTranslation(['values', 'common']);
  const [isSure, setSure] = useState(false);
  const rows = useTermRows(first.attribute);
  const ids = terms.map(({ id }) => id);
  const others = useMemo(() => rows.filter((row) => !terms.some(({ id }) => id === row.id)), [rows, terms]);
  const parent = rows.find(({ id }) => id === first.parent);
  const used = ids.reduce((sum, id) => sum + uses(id), 0);
  const remove = async (): Promise<void> => {
    if (used > 0 && !isSure) {
      setSure(true);
      return;
    }
    if (await run({ name: 'term.remove', terms: ids, uses: used > 0 ? 'clear' : 'refuse' })) onGone();
  };
  return (
    <div className="vocabulary__actions">
      {terms.length === 1 && (
        <SavedField
          label={t('termName')}
          value={first.name}
          isReadOnly={false}
          onSave={async (to) =>
            to !== '' && (await run({ name: 'term.rename', term: first.id, to })) !== null
          }
        />
      )}
      <TypeAhead
        label={t('below')}
        placeholder={t('atTop')}
        source={others}
        chosen={first.parent}
        value={parent?.label}
        onChoose={({ id }) => void run({ name: 'term.move', terms: ids, parent: id as TermId })}
        onClear={() => void run({ name: 'term.move', terms: ids, parent: null })}
      />
      <TypeAhead
        label={t('mergeInto')}
        placeholder={t('chooseTerm')}
        source={others}
        onChoose={({ id }) =>
          void run({ name: 'term.merge', terms: ids, into: id as TermId }).then(
            (change) => change && onGone(),
          )
        }
      />
      <Button look={isSure ? 'danger' : 'secondary'} onPress={() => void remove()}>
        {isSure ? t('removeAndClear', { count: used }) : t('removeTerm', { count: terms.length })}
      </Button>
    </div>
  );
}
