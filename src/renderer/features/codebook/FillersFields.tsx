import { useTranslation } from 'react-i18next';
import type { TypeId } from '../../../core/ids';
import { kinds, type FillerRule } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Checkbox, SelectField } from '../../ui/Choice';
import { Tags } from '../../ui/Tags';
import { useCodebook } from './book';

/** What may fill a role, in a few words. */
export function useFillersText({ kinds: wide, types, entries, spans }: FillerRule): string {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const parts = [
    ...wide.map((kind) => t(`anyKind.${kind}`)),
    ...types.map((id) => nameIn(lookup.type(id)?.names ?? {}, language)),
    ...(entries ? [t('entries')] : []),
    ...(spans ? [t('spans')] : []),
  ];
  return parts.length === 0 ? t('nothing') : parts.join(', ');
}

interface FillersFieldsProps {
  readonly fillers: FillerRule;
  readonly isReadOnly: boolean;
  readonly onChange: (fillers: FillerRule) => void;
}

const none = 'none';

/** What may fill a role: whole kinds, single types with those below them, registry entries, words of the text. */
export function FillersFields({ fillers, isReadOnly, onChange }: FillersFieldsProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { types, lookup } = useCodebook();
  const named = (id: TypeId): string => nameIn(lookup.type(id)?.names ?? {}, language);
  const others = types
    .filter(({ id }) => !fillers.types.includes(id))
    .sort((a, b) => a.position - b.position);
  return (
    <fieldset className="book__fillers" disabled={isReadOnly}>
      <legend className="field__label">{t('fillers')}</legend>
      <div className="book__flags">
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`anyKind.${kind}`)}
            isOn={fillers.kinds.includes(kind)}
            onChange={(isOn) =>
              onChange({
                ...fillers,
                kinds: isOn ? [...fillers.kinds, kind] : fillers.kinds.filter((other) => other !== kind),
              })
            }
          />
        ))}
        <Checkbox
          label={t('entries')}
          isOn={fillers.entries}
          onChange={(entries) => onChange({ ...fillers, entries })}
        />
        <Checkbox
          label={t('spans')}
          isOn={fillers.spans}
          onChange={(spans) => onChange({ ...fillers, spans })}
        />
      </div>
      {fillers.types.length > 0 && (
        <Tags
          label={t('fillerTypes')}
          tags={fillers.types.map((id) => {
            const name = named(id);
            return { id, name, removeLabel: t('removeNamed', { name }) };
          })}
          onRemove={(ids) => onChange({ ...fillers, types: fillers.types.filter((id) => !ids.has(id)) })}
        />
      )}
      <SelectField<string>
        label={t('addFillerType')}
        value={none}
        options={[
          { value: none, label: t('addFillerType') },
          ...others.map(({ id }) => ({ value: id, label: named(id) })),
        ]}
        isLabelHidden
        onChange={(id) => {
          if (id !== none) onChange({ ...fillers, types: [...fillers.types, id as TypeId] });
        }}
      />
    </fieldset>
  );
}
