import { Combine, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypeRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choice';
import { IconButton } from '../../ui/IconButton';
import { SavedField } from '../../ui/SavedField';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { AttributesSection } from './AttributesSection';
import { useCodebook } from './book';
import { askToLose, change } from './change';
import { Guidelines } from './Guidelines';
import { HueChoice } from './HueChoice';
import { KeyField } from './KeyField';
import { NamesFields } from './NamesFields';
import { RolesSection } from './RolesSection';

interface PartProps {
  readonly type: TypeRecord;
  readonly isReadOnly: boolean;
}

/** Everything about one type. Each field is a change of its own, which can be undone. */
export function TypeEditor({ type, isReadOnly }: PartProps) {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const set = (fields: Partial<TypeRecord>): Promise<boolean> =>
    change({ name: 'type.change', type: type.id, change: fields });
  const { types } = useCodebook();
  return (
    <div className="book__part">
      <header className="book__head">
        <TypeSwatch type={type} />
        <h3 className="book__heading">{nameIn(type.names, language)}</h3>
        <span className="book__kind">{t(`kindNames.${type.kind}`)}</span>
        <Button onPress={() => void askToLose(type, 'type.merge', types)} isDisabled={isReadOnly}>
          <Combine size={14} strokeWidth={1.75} aria-hidden />
          {t('merge')}
        </Button>
        <Button onPress={() => void askToLose(type, 'type.remove', types)} isDisabled={isReadOnly}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          {t('remove')}
        </Button>
      </header>
      <NamesFields names={type.names} isReadOnly={isReadOnly} onSave={(names) => set({ names })} />
      <div className="book__look">
        <HueChoice hue={type.hue} isReadOnly={isReadOnly} onChange={(hue) => void set({ hue })} />
        <KeyField of={type} isReadOnly={isReadOnly} onChange={(key) => void set({ key })} />
        {type.kind === 'relation' && (
          <Checkbox
            label={t('symmetric')}
            isOn={type.symmetric}
            onChange={(symmetric) => void set({ symmetric })}
          />
        )}
      </div>
      <Guidelines type={type} isReadOnly={isReadOnly} onSave={(guidelines) => set({ guidelines })} />
      <Examples type={type} isReadOnly={isReadOnly} />
      <RolesSection type={type} isReadOnly={isReadOnly} />
      <AttributesSection owner={{ of: 'type', type: type.id }} isReadOnly={isReadOnly} />
    </div>
  );
}

/** Typical stretches of text, one to a line. */
function Examples({ type, isReadOnly }: PartProps) {
  const { t } = useTranslation('codebook');
  const [round, setRound] = useState(0);
  const set = (examples: readonly string[]): Promise<boolean> =>
    change({ name: 'type.change', type: type.id, change: { examples } });
  const add = async (text: string): Promise<void> => {
    if (text.trim() !== '') await set([...type.examples, text.trim()]);
    setRound((before) => before + 1);
  };
  return (
    <section className="book__section" aria-label={t('examples')}>
      <h4 className="field__label">{t('examples')}</h4>
      {type.examples.length > 0 && (
        <ul className="book__examples">
          {type.examples.map((example, index) => (
            <li key={`${index} ${example}`} className="book__example">
              <q>{example}</q>
              {!isReadOnly && (
                <IconButton
                  icon={X}
                  label={t('removeExample', { example })}
                  onPress={() => void set(type.examples.toSpliced(index, 1))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <SavedField key={round} label={t('addExample')} value="" onSave={add} />}
    </section>
  );
}
