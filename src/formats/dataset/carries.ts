import { carrying, type Carries } from '../../core/exchange/things';

/** A data set carries everything but what was before: earlier versions of the codebook, and the journal. */
export const carriesAll: Carries = carrying({ version: 'never', history: 'never' }, 'whole');
