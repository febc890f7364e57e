import type { Proposal } from '../../../core/registry/propose';
import { t } from '../../i18n/i18n';

/** Why an entry is proposed, as a sentence. */
export const reasonOf = ({ likeness, like, source }: Proposal): string =>
  t(`registry:reasons.${likeness}`, { what: t(`registry:sources.${source}`, { like }) });
