import { useTranslation } from 'react-i18next';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import { isEmptyValue } from '../../core/rules/unfinished-values';
import { capsOf } from '../commands/chords';
import { useLabelOf } from '../commands/layout';
import { nameIn } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useIsMac } from '../stores/host';
import { useWorkspace } from '../stores/workspace/workspace';
import { Caps } from '../ui/Caps';
import type { DateHelp } from './props';
import { ValueControl } from './ValueControl';
import { attributesOf, setValue, type ValueCarrier } from './value-target';
import './values.css';

const noHelp: DateHelp = { anchor: null, near: [] };

interface AttributeFieldsProps {
  /** Records of one kind that have the same attributes: one, or several that are changed at once. */
  readonly records: readonly ValueCarrier[];
  readonly dates?: DateHelp;
}

/** The attributes of an annotation, an entry or a document, each with a control of its own that saves at once. */
export function AttributeFields({ records, dates = noHelp }: AttributeFieldsProps) {
  const attributes = useWorkspace((state) => state.attributes, null);
  const types = useWorkspace((state) => state.types, null);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const first = records[0];
  if (!first || !attributes || !types) return null;
  return attributesOf(first, { attributes, types }).map((attribute) => (
    <AttributeField
      key={`${attribute.id} ${first.id}`}
      attribute={attribute}
      records={records}
      dates={dates}
      isReadOnly={isReadOnly}
    />
  ));
}

/** Whether a record has attributes at all. */
export const useHasAttributes = (record: ValueCarrier): boolean =>
  useWorkspace((state) => attributesOf(record, state).length > 0, false);

interface AttributeFieldProps {
  readonly attribute: AttributeRecord;
  readonly records: readonly ValueCarrier[];
  readonly dates: DateHelp;
  readonly isReadOnly: boolean;
}

function AttributeField({ attribute, records, dates, isReadOnly }: AttributeFieldProps) {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const values = records.map((record) => record.attributes[attribute.id]);
  const [value] = values;
  const isMixed = values.some((other) => JSON.stringify(other) !== JSON.stringify(value));
  const isMissing = attribute.required && values.some((one) => isEmptyValue(one));
  const name = nameIn(attribute.names, language);
  // The keys are those of the text, and about what is selected there.
  const hasKeys = records[0]?.record === 'annotation';
  const save = (next: AttributeValue | null): Promise<boolean> => setValue(records, attribute, next);
  return (
    <div className="attribute" data-attribute={attribute.id} data-missing={isMissing || undefined}>
      <span className="attribute__name" aria-hidden>
        {name}
        {hasKeys && attribute.key !== null && <Caps caps={capsOf(attribute.key, isMac, labelOf)} />}
      </span>
      <div className="attribute__control">
        <ValueControl
          label={isMissing ? t('missingOf', { name }) : name}
          attribute={attribute}
          value={isMixed ? undefined : value}
          placeholder={isMixed ? t('differing') : isMissing ? t('missing') : t('none')}
          records={records}
          dates={dates}
          isReadOnly={isReadOnly}
          onSave={save}
        />
      </div>
    </div>
  );
}
