import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import type { Telling } from './words';

/** The words of the history in the language of the interface. */
export function useTelling(): Telling {
  const { t } = useTranslation(['history', 'changes', 'common']);
  return { t, language: useLanguage() };
}
