import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeId } from '../../../core/ids';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import type { SegmentAction } from '../../../contract/segments';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TypeAhead } from '../../ui/TypeAhead';
import { ValueControl } from '../../values/ValueControl';
import { change } from './actions';
import { attributeRows } from './attribute-rows';

/** What was chosen to be set: a value, none, or a term that is still to be made. */
type Chosen = { readonly value: AttributeValue | null } | { readonly term: string };

/** Values that are typed into a line: until it is left, what is typed is not chosen. */
const typed: ReadonlySet<AttributeRecord['domain']['kind']> = new Set(['number', 'date', 'text']);

interface SetValueDialogProps {
  /** How many annotations are selected. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Gives all selected annotations a value of one attribute, by the same control as one alone, or takes it away. */
export function SetValueDialog({ count, onClose }: SetValueDialogProps) {
  const { t } = useTranslation(['retrieval', 'common']);
  const language = useLanguage();
  const workspace = useWorkspaceState((state) => state.workspace);
  const [id, setId] = useState<AttributeId | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const rows = useMemo(() => (workspace ? attributeRows(workspace, language) : []), [workspace, language]);
  const attribute = id === null ? undefined : workspace?.attributes.get(id);

  const choose = (next: Chosen | null): void => {
    setChosen(next);
    setIsAsked(false);
  };
  const run = (action: SegmentAction): void => {
    onClose();
    void change(action);
  };
  const set = (): void => {
    if (!attribute || !chosen) setIsAsked(true);
    else if ('term' in chosen) run({ name: 'term', attribute: attribute.id, term: chosen.term });
    else run({ name: 'attribute', attribute: attribute.id, value: chosen.value });
  };
  return (
    <Dialog
      title={t('setValueTitle', { count })}
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {attribute && (
            <Button onPress={() => run({ name: 'attribute', attribute: attribute.id, value: null })}>
              {t('takeValue')}
            </Button>
          )}
          <Button look="primary" isDisabled={!attribute} onPress={set}>
            {t('giveValue')}
          </Button>
        </>
      }
    >
      <div className="set-value">
        <TypeAhead
          label={t('parts.attributes')}
          source={rows}
          chosen={id}
          value={attribute && nameIn(attribute.names, language)}
          placeholder={t('chooseAttribute')}
          onChoose={(row) => {
            setId(row.id as AttributeId);
            choose(null);
          }}
        />
        {attribute && (
          <ValueField key={attribute.id} attribute={attribute} chosen={chosen} onChoose={choose} />
        )}
        {isAsked && (
          <p role="status" className="attribute__fault">
            {t('chooseValue')}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface ValueFieldProps {
  readonly attribute: AttributeRecord;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

/** The control that the inspector has for the attribute; what is said with it waits for the button. */
function ValueField({ attribute, chosen, onChoose }: ValueFieldProps) {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const name = nameIn(attribute.names, language);
  const value = chosen && 'value' in chosen ? (chosen.value ?? undefined) : undefined;
  return (
    <div
      className="set-value__control"
      onInput={() => {
        // What is being typed may not be a value: the one from before is not meant any more.
        if (typed.has(attribute.domain.kind)) onChoose(null);
      }}
    >
      <span className="field__label" aria-hidden>
        {name}
      </span>
      <ValueControl
        label={name}
        attribute={attribute}
        value={value}
        placeholder={t('none')}
        records={[]}
        dates={{ anchor: null, near: [] }}
        isReadOnly={false}
        newTerm={{
          name: chosen && 'term' in chosen ? chosen.term : null,
          onName: (term) => onChoose({ term }),
        }}
        onSave={(next) => {
          onChoose({ value: next });
          return Promise.resolve(true);
        }}
      />
    </div>
  );
}
