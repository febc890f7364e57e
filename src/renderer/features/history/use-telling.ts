import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import type { Telling } from './words';

const none: Telling['attributes'] = new Map();

/** The words of the history in the language of the interface. */
export function useTelling(): Telling {
  const { t } = useTranslation(['history', 'changes', 'common', 'codebook']);
  const attributes = useWorkspace((state) => state.attributes, none);
  return { t, language: useLanguage(), attributes };
}
