import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import './FileNotes.css';

/** So many are shown at first, and so many more each time that somebody wants to see them. */
const atFirst = 100;
const atOnce = 1000;

interface RemarksProps<Item> {
  readonly items: readonly Item[];
  /** How many there are; of a great many, only the first are known. */
  readonly count: number;
  readonly renderItem: (item: Item) => ReactNode;
}

/** A list of remarks that may be long: its beginning, and more of it on request. */
export function Remarks<Item>({ items, count, renderItem }: RemarksProps<Item>) {
  const { t } = useTranslation('importing');
  const [most, setMost] = useState(atFirst);
  const shown = items.slice(0, most);
  const next = Math.min(atOnce, items.length - shown.length);
  return (
    <ul>
      {shown.map((item, index) => (
        <li key={index}>{renderItem(item)}</li>
      ))}
      {count > shown.length && (
        <li className="remarks__more">
          <span className="remark">{t('andMore', { count: count - shown.length })}</span>
          {next > 0 && (
            <Button look="plain" onPress={() => setMost(most + next)}>
              {t('showMore', { count: next })}
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}
