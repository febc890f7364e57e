import { ArrowRight, Minus, Pencil, Plus } from 'lucide-react';
import type { Labels, RecordTouch } from '../../../contract/history';
import type { ChangedPlace } from '../../../contract/engine-answers';
import { requestReveal } from '../../stores/interface';
import { openDocument } from '../../stores/workspace/session';
import { Button } from '../../ui/Button';
import { useTelling } from './use-telling';
import { fieldOf, tellSide, wordsOf } from './words';

/** Shows a place in the text. */
async function goTo({ document, offset }: ChangedPlace): Promise<void> {
  await openDocument(document);
  const start = offset ?? (0 as NonNullable<typeof offset>);
  requestReveal({ document, target: { start, end: start } });
}

const signs = { added: Plus, updated: Pencil, removed: Minus } as const;

/** What a change did to one record, in words. */
export function Touch({ touch, labels }: { readonly touch: RecordTouch; readonly labels: Labels }) {
  const telling = useTelling();
  const { t, language } = telling;
  const { place } = touch;
  const Sign = signs[touch.how];
  const words = wordsOf(touch.label, language);
  return (
    <>
      <div className="touch__head">
        <Sign size={14} strokeWidth={1.75} aria-hidden className={`touch__sign touch__sign--${touch.how}`} />
        <span className="touch__what">
          <span className="only-spoken">{t(`how.${touch.how}`)}</span>
          {t(`common:records.${touch.record}`)}
        </span>
        <span className="touch__label">{words}</span>
        {place && (
          <Button
            look="plain"
            aria-label={t('showPlaceOf', { label: words })}
            onPress={() => void goTo(place)}
          >
            {t('showPlace')}
          </Button>
        )}
      </div>
      {touch.how !== 'removed' && touch.differences.length > 0 && (
        <dl className="touch__differences">
          {touch.differences.map((difference) => (
            <div key={`${difference.field} ${difference.key ?? ''}`} className="touch__difference">
              <dt>{fieldOf(difference, labels, telling)}</dt>
              <dd>
                {touch.how === 'updated' && (
                  <>
                    <span className="touch__before">{tellSide(difference, 'before', labels, telling)}</span>
                    <ArrowRight size={12} strokeWidth={1.75} aria-label={t('becomes')} />
                  </>
                )}
                <span>{tellSide(difference, 'after', labels, telling)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
