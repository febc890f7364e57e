import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { shortened } from '../../i18n/shortened';
import { requestReveal, useInterface } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { IconButton } from '../../ui/IconButton';
import { removeFragment } from './commands';
import './FragmentsSection.css';

/** The fragments of an annotation that has several: the way to each, and its removal. */
export function FragmentsSection({ annotation }: { readonly annotation: AnnotationRecord }) {
  const { t } = useTranslation('spans');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const { document, fragments } = annotation;
  if (fragments.length < 2) return null;
  return (
    <section aria-label={t('fragments')}>
      <h3 className="field__label">{t('fragments')}</h3>
      <ol className="fragments">
        {fragments.map((fragment, index) => {
          const words = { place: index + 1, quote: shortened(fragment.quote) };
          const { start, end } = fragment;
          return (
            <li key={start} className="fragments__fragment">
              <AriaButton
                className="fragments__quote"
                aria-label={t('fragmentAt', words)}
                onPress={() => {
                  useInterface.getState().editor?.select({ start, end: start });
                  requestReveal({ document, target: { start, end } });
                }}
              >
                {words.quote}
              </AriaButton>
              {!isReadOnly && (
                <IconButton
                  icon={X}
                  label={t('removeFragment', words)}
                  onPress={() => void removeFragment(annotation, { start, end })}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
