import type { OptionSpec } from '../../core/exchange/options';
import { carrying, type Carries } from '../../core/exchange/things';

const networkKinds = ['speaker-concept', 'co-occurrence', 'participants'] as const;

/** Which network is written, and what the codebook calls its parts; names and ids of roles and attributes are both found. */
export const networkOptions: readonly OptionSpec[] = [
  { name: 'network', kind: 'choice', choices: networkKinds, default: 'speaker-concept' },
  { name: 'within', kind: 'choice', choices: ['document', 'paragraph', 'sentence'], default: 'sentence' },
  { name: 'speaker', kind: 'text', default: 'speaker; person; organisation' },
  { name: 'concept', kind: 'text', default: 'concept; claim' },
  { name: 'stance', kind: 'text', default: 'agreement; stance' },
];

/** A network is drawn from a project: nothing of it is carried so that it could be had back. */
export const networkCarries: Carries = carrying({});
