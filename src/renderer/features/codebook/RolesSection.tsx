import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RoleFields } from '../../../core/commands/codebook/command';
import type { RoleRecord, TypeRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { run } from '../../stores/workspace/session';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choice';
import { SavedField } from '../../ui/SavedField';
import { useCodebook } from './book';
import { BookItem } from './BookItem';
import { change } from './change';
import { FillersFields, useFillersText } from './FillersFields';
import { KeyField } from './KeyField';
import { NamesFields } from './NamesFields';

interface RolesSectionProps {
  readonly type: TypeRecord;
  readonly isReadOnly: boolean;
}

/** The roles of a type: those that it has from above, which are changed there, then its own. */
export function RolesSection({ type, isReadOnly }: RolesSectionProps) {
  const { t } = useTranslation('codebook');
  const { lookup } = useCodebook();
  const all = lookup.rolesOf(type.id);
  const own = all.filter((role) => role.type === type.id);
  const above = all.filter((role) => role.type !== type.id);
  const add = (): void => {
    const role: RoleFields = {
      names: { en: t('newRoleName', { lng: 'en' }), ru: t('newRoleName', { lng: 'ru' }) },
      key: null,
      min: 0,
      max: null,
      fillers: { kinds: ['entity'], types: [], entries: true, spans: false },
      sticky: false,
      acyclic: false,
      acrossDocuments: false,
    };
    void run({ name: 'role.create', type: type.id, role });
  };
  return (
    <section className="book__section" aria-label={t('roles')}>
      <div className="book__line">
        <h4 className="field__label">{t('roles')}</h4>
        <Button look="plain" onPress={add} isDisabled={isReadOnly}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          {t('newRole')}
        </Button>
      </div>
      {above.map((role) => (
        <RoleFromAbove key={role.id} role={role} />
      ))}
      {own.map((role, position) => (
        <Role key={role.id} role={role} position={position} count={own.length} isReadOnly={isReadOnly} />
      ))}
    </section>
  );
}

function RoleFromAbove({ role }: { readonly role: RoleRecord }) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const owner = nameIn(lookup.type(role.type)?.names ?? {}, language);
  return <p className="book__above">{t('fromAbove', { name: nameIn(role.names, language), owner })}</p>;
}

interface RoleProps {
  readonly role: RoleRecord;
  readonly position: number;
  readonly count: number;
  readonly isReadOnly: boolean;
}

function Role({ role, position, count, isReadOnly }: RoleProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const name = nameIn(role.names, language);
  const fillers = useFillersText(role.fillers);
  const set = (fields: Partial<RoleFields>): Promise<boolean> =>
    change({ name: 'role.change', role: role.id, change: fields, retype: null });
  const move = (to: number): void =>
    void change({ name: 'role.move', role: role.id, type: role.type, position: to });
  const counts =
    role.max === null ? t('atLeast', { count: role.min }) : t('fromTo', { min: role.min, max: role.max });
  return (
    <BookItem
      name={name}
      facts={[counts, fillers]}
      keyToPress={role.key}
      position={position}
      count={count}
      isReadOnly={isReadOnly}
      onMove={move}
      onRemove={() => void change({ name: 'role.remove', role: role.id, to: null })}
    >
      <NamesFields
        names={role.names}
        isReadOnly={isReadOnly}
        canAddLanguage={false}
        onSave={(names) => set({ names })}
      />
      <div className="book__counts">
        <SavedField
          label={t('min')}
          value={String(role.min)}
          isReadOnly={isReadOnly}
          onSave={(text) => wholeNumber(text) !== null && set({ min: wholeNumber(text) ?? 0 })}
        />
        <SavedField
          label={t('max')}
          description={t('maxHint')}
          value={role.max === null ? '' : String(role.max)}
          isReadOnly={isReadOnly}
          onSave={(text) =>
            (text.trim() === '' || wholeNumber(text) !== null) && set({ max: wholeNumber(text) })
          }
        />
      </div>
      <FillersFields
        fillers={role.fillers}
        isReadOnly={isReadOnly}
        onChange={(next) => void set({ fillers: next })}
      />
      <KeyField of={role} isReadOnly={isReadOnly} onChange={(key) => void set({ key })} />
      <div className="book__flags">
        <Checkbox label={t('sticky')} isOn={role.sticky} onChange={(sticky) => void set({ sticky })} />
        <Checkbox label={t('acyclic')} isOn={role.acyclic} onChange={(acyclic) => void set({ acyclic })} />
        <Checkbox
          label={t('acrossDocuments')}
          isOn={role.acrossDocuments}
          onChange={(acrossDocuments) => void set({ acrossDocuments })}
        />
      </div>
    </BookItem>
  );
}

const wholeNumber = (text: string): number | null => (/^\d{1,6}$/u.test(text.trim()) ? Number(text) : null);
