import type { OptionSpec } from '../../core/exchange/options';
import { carrying, type Carries } from '../../core/exchange/things';

const networkKinds = ['speaker-concept', 'co-occurrence', 'participants'] as const;

const speakersAndConcepts = { option: 'network', is: 'speaker-concept' };

/** Which network is written, and what the codebook calls its parts; names and ids of roles and attributes are both found. */
export const networkOptions: readonly OptionSpec[] = [
  { name: 'network', kind: 'choice', choices: networkKinds, default: 'speaker-concept' },
  {
    name: 'within',
    where: { option: 'network', is: 'co-occurrence' },
    kind: 'choice',
    choices: ['document', 'paragraph', 'sentence'],
    default: 'sentence',
  },
  { name: 'speaker', where: speakersAndConcepts, kind: 'text', default: 'speaker; person; organisation' },
  { name: 'concept', where: speakersAndConcepts, kind: 'text', default: 'concept; claim' },
  { name: 'stance', where: speakersAndConcepts, kind: 'text', default: 'agreement; stance' },
];

/** A network is drawn from a project: nothing of it is carried so that it could be had back. */
export const networkCarries: Carries = carrying({});
