import { useTranslation } from 'react-i18next';
import type { Double } from '../../../core/codebook/doubles';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useCodebook } from './book';

interface DoublesProps {
  readonly doubles: readonly Double[];
  /** Whether those that can be become one. */
  readonly isJoined: boolean;
}

/** The roles and attributes that types would have twice, and what becomes of each two. */
export function Doubles({ doubles, isJoined }: DoublesProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  if (doubles.length === 0) return null;
  const nameOf = (id: Double['of']): string => nameIn(lookup.type(id)?.names ?? {}, language);
  return (
    <ul className="effects" aria-label={t('doubles')}>
      {doubles.map(({ part, own, names, of, above, canJoin }) => (
        <li key={`${part} ${own}`} className="effects__effect">
          {t(isJoined && canJoin ? 'doubleJoined' : canJoin ? 'doubleKept' : 'doubleUnfit', {
            what: t(`parts.${part}`),
            name: nameIn(names, language),
            of: nameOf(of),
            above: nameOf(above),
          })}
        </li>
      ))}
    </ul>
  );
}
