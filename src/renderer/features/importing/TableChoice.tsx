import { useTranslation } from 'react-i18next';
import { separators, type ColumnMapping, type DocumentOptions } from '../../../contract/document-files';
import { Checkbox, SelectField } from '../../ui/Choice';
import { TablePreview } from './TablePreview';
import { withColumn, type TableGroup } from './tables';
import './TableChoice.css';

interface TableChoiceProps {
  readonly group: TableGroup;
  readonly mapping: ColumnMapping | null;
  readonly onChange: (mapping: ColumnMapping | null) => void;
  /** What parts the columns; null where that is no question. */
  readonly separator: Separator | null;
  readonly onSeparator: (separator: Separator) => void;
}

type Separator = DocumentOptions['separator'];

/** A key that no column can have for its name, which is never empty. */
const none = '';

/** Says what the columns of tables mean, with their first rows before one's eyes. */
export function TableChoice({ group, mapping, onChange, separator, onSeparator }: TableChoiceProps) {
  const { t } = useTranslation('importing');
  const title = t('table', { names: group.names.join(', '), count: group.rowCount });
  const columns = group.columns.map((column) => ({ value: column, label: column }));
  const choose = (role: 'text' | 'name' | 'date') => (column: string) =>
    onChange(withColumn(mapping, group, role, column === none ? null : column));
  const others = group.columns.filter(
    (column) => mapping && ![mapping.text, mapping.name, mapping.date].includes(column),
  );
  return (
    <section className="review__part" aria-label={title}>
      <h3>{title}</h3>
      <p className="remark">{t('tableHint')}</p>
      <TablePreview group={group} mapping={mapping} />
      <div className="table-choice__columns">
        <SelectField
          label={t('columns.text')}
          value={mapping?.text ?? none}
          options={[...columns, { value: none, label: t('leaveOut') }]}
          onChange={choose('text')}
        />
        <SelectField
          label={t('columns.name')}
          value={mapping?.name ?? none}
          options={[{ value: none, label: t('numbered') }, ...columns]}
          isDisabled={mapping === null}
          onChange={choose('name')}
        />
        <SelectField
          label={t('columns.date')}
          value={mapping?.date ?? none}
          options={[{ value: none, label: t('noColumn') }, ...columns]}
          isDisabled={mapping === null}
          onChange={choose('date')}
        />
        {separator !== null && (
          <SelectField
            label={t('columnSeparator')}
            value={separator}
            options={separators.map((value) => ({ value, label: t(`separators.${value}`) }))}
            onChange={onSeparator}
          />
        )}
      </div>
      {mapping && (
        <>
          {others.length > 0 && (
            <fieldset className="table-choice__metadata">
              <legend className="field__label">{t('columns.metadata')}</legend>
              {others.map((column) => (
                <Checkbox
                  key={column}
                  label={column}
                  isOn={mapping.metadata.includes(column)}
                  onChange={(isOn) =>
                    onChange({
                      ...mapping,
                      metadata: group.columns.filter((other) =>
                        other === column ? isOn : mapping.metadata.includes(other),
                      ),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
          <Checkbox
            label={t('hasHeader')}
            isOn={mapping.hasHeader}
            onChange={(hasHeader) => onChange({ ...mapping, hasHeader })}
          />
        </>
      )}
    </section>
  );
}
