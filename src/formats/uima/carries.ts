import { carrying, type Carries } from '../../core/exchange/things';
import { casCarries } from '../cas/carries';

export const carriesJson = (): Carries => carrying(casCarries);

/** XML 1.0 cannot hold every character. */
export const carriesXmi = (): Carries =>
  carrying({
    ...casCarries,
    text: ['xml-character'],
    'document-name': ['xml-character'],
    attribute: ['value-shape', 'xml-character', 'no-place'],
    identity: ['overlap', 'xml-character'],
  });
