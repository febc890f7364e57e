import { useTranslation } from 'react-i18next';
import type { Language } from './i18n';

/** The language that is shown; a component that asks is drawn anew when it changes. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'ru' ? 'ru' : 'en');
