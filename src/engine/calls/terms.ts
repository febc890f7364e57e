import { ok } from '../../core/result';
import { countTermUses } from '../storage/queries/term-uses';
import type { Handler } from './handler';

export const countTerms: Handler<'terms.counts'> = ({ reader }, { attribute, hidden }) =>
  ok(countTermUses(reader, attribute, hidden));
