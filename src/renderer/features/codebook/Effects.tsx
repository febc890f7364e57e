import { useTranslation } from 'react-i18next';
import type { Effect, EffectExample } from '../../../core/codebook/effects';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { useHiddenCoders } from '../../stores/coders';

/** What a change does to what was coded: each effect with its number and a few of its cases. */
export function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  const { t } = useTranslation('codebook');
  const hidden = useHiddenCoders();
  if (effects.length === 0) return <p className="remark">{t('touchesNothing')}</p>;
  return (
    <ul className="effects" aria-label={t('effectsTitle')}>
      {effects.map(withoutHidden).map((effect) => (
        <li key={effect.kind} className="effects__effect">
          <p className="effects__sentence">{t(`effects.${effect.kind}`, { count: effect.count })}</p>
          <ul className="effects__examples">
            {effect.examples.map((example, index) => (
              <Example key={index} example={example} />
            ))}
          </ul>
          {effect.count > effect.examples.length && (
            <p className="effects__more">{t('more', { count: effect.count - effect.examples.length })}</p>
          )}
        </li>
      ))}
    </ul>
  );

  /** The number says what the change does to everyone's work; quoted is only whose work is to be seen. */
  function withoutHidden({ examples, ...effect }: Effect): Effect {
    return { ...effect, examples: examples.filter(({ coder }) => coder === null || !hidden.has(coder)) };
  }
}

function Example({ example }: { readonly example: EffectExample }) {
  const language = useLanguage();
  const { before, after, values } = example;
  const about = [before, after].flatMap((names) => (names ? [nameIn(names, language)] : [])).join(' → ');
  const value = values
    ? values.filter((one, index) => one !== '' && (index === 0 || one !== values[0])).join(' → ')
    : '';
  return (
    <li className="effects__example">
      {example.quote !== '' && <q className="effects__quote">{shortened(example.quote)}</q>}
      <span className="effects__facts">
        {[[about, value].filter(Boolean).join(': '), example.documentName].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
