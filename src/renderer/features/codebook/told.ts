import { useTranslation } from 'react-i18next';
import type { BookRecord } from '../../../core/codebook/compare';
import type {
  AttributeDomain,
  AttributeOwner,
  FillerRule,
  Localised,
  TypeRecord,
} from '../../../core/model/codebook';
import { capsOf } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { isMac } from '../../stores/host';
import { nameOfLanguage } from './languages';

const nothing = '–';

type Teller = (before: BookRecord, after: BookRecord, field: string) => readonly string[];

/** Tells how a field of a record differs, in lines of a few words each. `types` are all that records may name. */
export function useTold(types: readonly TypeRecord[]): Teller {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const labelOf = useLabelOf();
  const nameOfType = (id: unknown): string =>
    nameIn(types.find((type) => type.id === id)?.names ?? {}, language) || nothing;

  const words = (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (value === null) return field === 'max' ? '∞' : nothing;
    switch (field) {
      case 'parent':
      case 'type':
        return nameOfType(value);
      case 'kind':
        return t(`kindNames.${value as TypeRecord['kind']}`);
      case 'key':
        return capsOf(value as string, isMac(), labelOf).join('+');
      case 'hue':
        return t(`hues.${value as 250}`, { defaultValue: `${value as number}°` });
      case 'examples':
        return shortened((value as readonly string[]).join('; ')) || nothing;
      case 'fillers':
        return fillers(value as FillerRule);
      case 'owner':
        return owner(value as AttributeOwner);
      case 'domain':
        return domain(value as AttributeDomain);
      default:
        return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
    }
  };

  const text = (texts: Localised, tag: string): string => {
    const own = texts[tag];
    return own === undefined || own === '' ? nothing : shortened(nameIn({ [tag]: own }, language));
  };
  const fillers = ({ kinds, types: single, entries, spans }: FillerRule): string =>
    [
      ...kinds.map((kind) => t(`anyKind.${kind}`)),
      ...single.map(nameOfType),
      ...(entries ? [t('entries')] : []),
      ...(spans ? [t('spans')] : []),
    ].join(', ') || t('nothing');
  const owner = (of: AttributeOwner): string => {
    if (of.of === 'type') return nameOfType(of.type);
    return t(of.of === 'entry' ? 'ofEntries' : 'ofDocuments');
  };
  const domain = (of: AttributeDomain): string => {
    const kind = t(`domains.${of.kind}`);
    if (!('choices' in of)) return kind;
    const choices = of.choices.map(({ value, names }) => nameIn(names, language) || value);
    return choices.length === 0 ? kind : `${kind} (${choices.join(', ')})`;
  };

  return (before, after, field) => {
    const [was, is] = [before, after].map((record) => (record as unknown as Record<string, unknown>)[field]);
    const label = t(`fields.${field as 'names'}`);
    if (field !== 'names' && field !== 'guidelines')
      return [t('fieldChange', { field: label, before: words(field, was), after: words(field, is) })];
    const [old, now] = [was as Localised, is as Localised];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((tag) => old[tag] !== now[tag])
      .map((tag) =>
        t('fieldChange', {
          field: tag === language ? label : `${label} (${nameOfLanguage(tag, language)})`,
          before: text(old, tag),
          after: text(now, tag),
        }),
      );
  };
}
