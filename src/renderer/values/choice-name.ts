import type { Choice } from '../../core/model/codebook';
import { nameIn } from '../i18n/format';
import type { Language } from '../i18n/i18n';

/** A choice in words; one without any is called by its value. */
export const labelOf = ({ value, names }: Choice, language: Language): string =>
  nameIn(names, language) || value;
