import { carrying, type Carries } from '../../core/exchange/things';
import { casCarries } from '../cas/carries';

/** What WebAnno TSV 3.3 holds. */
export const carries = (): Carries =>
  carrying({
    ...casCarries,
    'document-name': ['spelling'],
    annotation: ['token-edges', 'kind'],
    fragment: ['gaps-filled', 'token-edges'],
    type: ['spelling', 'unused'],
  });
