import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PhysicalKey, TypeRecord } from '../../../core/model/codebook';
import { capsOf, physicalKey } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useHost } from '../../stores/host';
import { announce } from '../../stores/notices';
import { Caps } from '../../ui/Caps';
import { IconButton } from '../../ui/IconButton';
import { useCodebook } from './book';
import { canBeKey, conflictsOf } from './keys';

interface KeyFieldProps {
  readonly type: TypeRecord;
  readonly isReadOnly: boolean;
  readonly onChange: (key: PhysicalKey | null) => void;
}

/** The key of a type: press the button, then the key. What else has that key is told. */
export function KeyField({ type, isReadOnly, onChange }: KeyFieldProps) {
  const { t } = useTranslation(['codebook', 'commands']);
  const language = useLanguage();
  const labelOf = useLabelOf();
  const mac = useHost((state) => state.host?.platform === 'darwin');
  const [isWaiting, setIsWaiting] = useState(false);
  const { types } = useCodebook();
  const conflicts = conflictsOf(type.key, type, types, mac);
  const others = [
    ...conflicts.types.map(({ names }) => nameIn(names, language)),
    ...conflicts.commands.map((id) => t(`commands:${id}`)),
  ];
  return (
    <div className="book__key">
      <span className="field__label">{t('key')}</span>
      <div className="book__line">
        <AriaButton
          className="button button--secondary"
          isDisabled={isReadOnly}
          aria-label={t('setKey')}
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
          {isWaiting ? (
            t('pressKey')
          ) : type.key === null ? (
            t('noKey')
          ) : (
            <Caps caps={capsOf(type.key, mac, labelOf)} />
          )}
        </AriaButton>
        {type.key !== null && !isReadOnly && (
          <IconButton icon={X} label={t('clearKey')} onPress={() => onChange(null)} />
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
