import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AttributeFields } from '../../../core/commands/codebook/command';
import type { AttributeDomain, AttributeOwner, AttributeRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { run } from '../../stores/workspace/session';
import { Button } from '../../ui/Button';
import { Checkbox, SelectField } from '../../ui/Choice';
import { useCodebook } from './book';
import { BookItem } from './BookItem';
import { change } from './change';
import { ChoicesFields } from './ChoicesFields';
import { DefaultField } from './DefaultField';
import { KeyField } from './KeyField';
import { NamesFields } from './NamesFields';

interface AttributesSectionProps {
  readonly owner: AttributeOwner;
  readonly isReadOnly: boolean;
}

const domains = ['yes-no', 'one-of', 'several-of', 'number', 'date', 'text', 'vocabulary'] as const;

/** The attributes of a type, or of all entries or documents. */
export function AttributesSection({ owner, isReadOnly }: AttributesSectionProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { attributes, lookup } = useCodebook();
  const own = attributes
    .filter(({ owner: other }) =>
      owner.of === 'type' ? other.of === 'type' && other.type === owner.type : other.of === owner.of,
    )
    .sort((a, b) => a.position - b.position);
  const above =
    owner.of === 'type'
      ? lookup.attributesOf(owner.type).filter((attribute) => !own.includes(attribute))
      : [];
  const add = (): void => {
    const attribute: AttributeFields = {
      names: { en: t('newAttributeName', { lng: 'en' }), ru: t('newAttributeName', { lng: 'ru' }) },
      key: null,
      domain: { kind: 'yes-no' },
      required: false,
      default: null,
    };
    void run({ name: 'attribute.create', owner, attribute });
  };
  return (
    <section className="book__section" aria-label={t('attributes')}>
      <div className="book__line">
        <h4 className="field__label">{t('attributes')}</h4>
        <Button look="plain" onPress={add} isDisabled={isReadOnly}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          {t('newAttribute')}
        </Button>
      </div>
      {above.map(({ id, names, owner: of }) => (
        <p key={id} className="book__above">
          {t('fromAbove', {
            name: nameIn(names, language),
            owner: nameIn(of.of === 'type' ? (lookup.type(of.type)?.names ?? {}) : {}, language),
          })}
        </p>
      ))}
      {own.map((attribute, position) => (
        <Attribute
          key={attribute.id}
          attribute={attribute}
          position={position}
          count={own.length}
          isReadOnly={isReadOnly}
        />
      ))}
    </section>
  );
}

interface AttributeProps {
  readonly attribute: AttributeRecord;
  readonly position: number;
  readonly count: number;
  readonly isReadOnly: boolean;
}

/** A domain of another sort, with the choices that there are where it has some. */
function domainOf(kind: (typeof domains)[number], before: AttributeDomain): AttributeDomain {
  if (kind !== 'one-of' && kind !== 'several-of') return { kind };
  return { kind, choices: 'choices' in before ? before.choices : [] };
}

function Attribute({ attribute, position, count, isReadOnly }: AttributeProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const name = nameIn(attribute.names, language);
  const { domain } = attribute;
  const set = (fields: Partial<AttributeFields>): Promise<boolean> =>
    change({ name: 'attribute.change', attribute: attribute.id, change: fields, values: [], language });
  const move = (to: number): void =>
    void change({ name: 'attribute.move', attribute: attribute.id, owner: attribute.owner, position: to });
  return (
    <BookItem
      name={name}
      facts={[t(`domains.${domain.kind}`), ...(attribute.required ? [t('required')] : [])]}
      keyToPress={attribute.key}
      position={position}
      count={count}
      isReadOnly={isReadOnly}
      onMove={move}
      onRemove={() => void change({ name: 'attribute.remove', attribute: attribute.id })}
    >
      <NamesFields
        names={attribute.names}
        isReadOnly={isReadOnly}
        canAddLanguage={false}
        onSave={(names) => set({ names })}
      />
      <div className="book__counts">
        <SelectField
          label={t('domain')}
          value={domain.kind}
          options={domains.map((kind) => ({ value: kind, label: t(`domains.${kind}`) }))}
          onChange={(kind) => void set({ domain: domainOf(kind, domain) })}
        />
        <DefaultField
          attribute={attribute}
          isReadOnly={isReadOnly}
          onChange={(value) => void set({ default: value })}
        />
      </div>
      {'choices' in domain && <ChoicesFields attribute={attribute} domain={domain} isReadOnly={isReadOnly} />}
      {attribute.owner.of === 'type' && (
        <KeyField of={attribute} isReadOnly={isReadOnly} onChange={(key) => void set({ key })} />
      )}
      <Checkbox
        label={t('required')}
        isOn={attribute.required}
        onChange={(required) => void set({ required })}
      />
    </BookItem>
  );
}
