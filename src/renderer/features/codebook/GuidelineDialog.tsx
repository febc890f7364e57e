import { useTranslation } from 'react-i18next';
import type { TypeId } from '../../../core/ids';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { closeDialog, showView } from '../../stores/interface';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Markdown } from '../../ui/Markdown';
import { useCodebook } from './book';
import { showType } from './state';

/** When to use a type, for a coder in doubt: its guideline, its examples, and those of the types above it. */
export function GuidelineDialog({ type: id }: { readonly type: TypeId }) {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const { lookup } = useCodebook();
  const type = lookup.type(id);
  if (!type) return null;
  const edit = (): void => {
    closeDialog();
    showType(id);
    showView('codebook');
  };
  const guidelineOf = (guidelines: Readonly<Record<string, string>>): string =>
    guidelines[language] ?? guidelines['en'] ?? Object.values(guidelines)[0] ?? '';
  return (
    <Dialog
      title={nameIn(type.names, language)}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={edit}>{t('editType')}</Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('common:done')}
          </Button>
        </>
      }
    >
      {lookup.lineage(id).map(({ id: above, names, guidelines, examples }) => {
        const text = guidelineOf(guidelines);
        if (text === '' && examples.length === 0 && above !== id) return null;
        return (
          <section key={above} className="guideline" aria-label={nameIn(names, language)}>
            {above !== id && <h3 className="field__label">{nameIn(names, language)}</h3>}
            {text === '' ? <p className="remark">{t('noGuideline')}</p> : <Markdown text={text} />}
            {examples.length > 0 && (
              <ul className="book__examples" aria-label={t('examples')}>
                {examples.map((example) => (
                  <li key={example}>
                    <q>{example}</q>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </Dialog>
  );
}
