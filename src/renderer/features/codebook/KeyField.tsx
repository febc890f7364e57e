import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PhysicalKey } from '../../../core/model/codebook';
import { capsOf, physicalKey } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useIsMac } from '../../stores/host';
import { announce } from '../../stores/notices';
import { Caps } from '../../ui/Caps';
import { IconButton } from '../../ui/IconButton';
import { useCodebook } from './book';
import { canBeKey, conflictsOf, ownerOf, type Keyed } from './keys';

interface KeyFieldProps {
  readonly of: Keyed;
  readonly isReadOnly: boolean;
  readonly onChange: (key: PhysicalKey | null) => void;
}

/** The key of a type, role or attribute: press the button, then the key. What else has that key is told. */
export function KeyField({ of: part, isReadOnly, onChange }: KeyFieldProps) {
  const { t } = useTranslation(['codebook', 'commands']);
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const [isWaiting, setIsWaiting] = useState(false);
  const book = useCodebook();
  const conflicts = conflictsOf(part, book, isMac);
  const caps = part.key === null ? [] : capsOf(part.key, isMac, labelOf);
  const none = t(part.record === 'role' ? 'spareKey' : 'noKey');
  const name = nameIn(part.names, language);
  const nameOf = (other: Keyed): string => {
    const owner = ownerOf(other);
    const above = owner === null ? undefined : book.lookup.type(owner);
    const own = nameIn(other.names, language);
    return above ? t('keyOwner', { name: own, owner: nameIn(above.names, language) }) : own;
  };
  const others = [...conflicts.parts.map(nameOf), ...conflicts.commands.map((id) => t(`commands:${id}`))];
  return (
    <div className="book__key">
      <span className="field__label">{t('key')}</span>
      <div className="book__line">
        <AriaButton
          className="button button--secondary"
          isDisabled={isReadOnly}
          aria-label={t('setKey', { name, key: part.key === null ? none : caps.join(' ') })}
          onPress={() => {
            setIsWaiting(true);
            announce(t('pressKey'));
          }}
          onBlur={() => setIsWaiting(false)}
          onKeyDown={(event) => {
            const key = isWaiting && canBeKey(event) ? physicalKey(event.nativeEvent) : null;
            if (isWaiting && event.key === 'Escape') setIsWaiting(false);
            else if (key !== null) {
              setIsWaiting(false);
              onChange(key);
            } else event.continuePropagation();
          }}
        >
          {isWaiting ? t('pressKey') : part.key === null ? none : <Caps caps={caps} />}
        </AriaButton>
        {part.key !== null && !isReadOnly && (
          <IconButton icon={X} label={t('clearKey', { name })} onPress={() => onChange(null)} />
        )}
      </div>
      {others.length > 0 && (
        <p className="book__conflict" role="status">
          {t('keyConflict', { others: others.join(', ') })}
        </p>
      )}
    </div>
  );
}
