import { useTranslation } from 'react-i18next';
import type { ColumnMapping } from '../../../contract/document-files';
import { shownColumns, type TableGroup } from './tables';

const mostColumns = 5;
const mostRows = 3;

type Meaning = 'text' | 'name' | 'date' | 'metadata';

/** What a column means; null where it is left out. */
function meaningOf(mapping: ColumnMapping | null, column: string): Meaning | null {
  if (!mapping) return null;
  for (const role of ['text', 'name', 'date'] as const) if (mapping[role] === column) return role;
  return mapping.metadata.includes(column) ? 'metadata' : null;
}

interface TablePreviewProps {
  readonly group: TableGroup;
  readonly mapping: ColumnMapping | null;
}

/** The first rows of a table, with what each column becomes; the columns that mean most stand first. */
export function TablePreview({ group, mapping }: TablePreviewProps) {
  const { t } = useTranslation('importing');
  const columns = shownColumns(group, mapping);
  const shown = columns.slice(0, mostColumns);
  const places = new Map(group.columns.map((column, index) => [column, index]));
  return (
    <>
      <div className="review__conflicts table-preview">
        <table>
          <thead>
            <tr>
              {shown.map((column) => {
                const meaning = meaningOf(mapping, column);
                return (
                  <th key={column} scope="col" title={column}>
                    {column}
                    <span className="table-preview__meaning" data-meaning={meaning ?? 'none'}>
                      {t(`columns.${meaning ?? 'none'}`)}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {group.rows.slice(0, mostRows).map((row, index) => (
              <tr key={index}>
                {shown.map((column) => (
                  <td key={column}>
                    <span className="table-preview__cell">{row[places.get(column) ?? -1] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.length > shown.length && (
        <p className="remark">{t('moreColumns', { count: columns.length - shown.length })}</p>
      )}
    </>
  );
}
