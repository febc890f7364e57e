import { describe, expect, it } from 'vitest';
import { optionsThatCount, type OptionSpec } from './options';

const specs: readonly OptionSpec[] = [
  { name: 'shape', kind: 'choice', choices: ['round', 'square'], default: 'round' },
  { name: 'radius', where: { option: 'shape', is: 'round' }, kind: 'text', default: '1' },
  { name: 'side', where: { option: 'shape', is: 'square' }, kind: 'text', default: '1' },
];
const names = (chosen: Parameters<typeof optionsThatCount>[1]) =>
  optionsThatCount(specs, chosen).map(({ name }) => name);

describe('the options that count', () => {
  it('are those that make a difference with what was chosen, or with what is there by default', () => {
    expect(names({})).toEqual(['shape', 'radius']);
    expect(names({ shape: 'square', radius: '5' })).toEqual(['shape', 'side']);
  });
});
