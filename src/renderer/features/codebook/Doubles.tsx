import { useTranslation } from 'react-i18next';
import type { Double } from '../../../core/codebook/doubles';
import { grouped } from '../../../core/grouped';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useCodebook } from './book';

interface DoublesProps {
  readonly doubles: readonly Double[];
  /** Whether those that can be become one. */
  readonly isJoined: boolean;
}

/** The roles and attributes that types would have twice, and what becomes of them: for each two types in one sentence. */
export function Doubles({ doubles, isJoined }: DoublesProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  if (doubles.length === 0) return null;
  const nameOf = (id: Double['of']): string => nameIn(lookup.type(id)?.names ?? {}, language);
  const sentence = ({ canJoin }: Double) =>
    isJoined && canJoin ? 'doublesJoined' : canJoin ? 'doublesKept' : 'doublesUnfit';
  const alike = grouped(doubles, (one) => [sentence(one), one.of, one.above].join(' '));
  return (
    <ul className="effects" aria-label={t('doubles')}>
      {[...alike].map(([key, some]) => {
        const [first] = some;
        if (!first) return null;
        const names = some.map((one) => t('quoted', { name: nameIn(one.names, language) })).join(', ');
        return (
          <li key={key} className="effects__effect">
            {t(sentence(first), { names, of: nameOf(first.of), above: nameOf(first.above) })}
          </li>
        );
      })}
    </ul>
  );
}
