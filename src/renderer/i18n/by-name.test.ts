import { expect, test } from 'vitest';
import { sortedByName } from './by-name';

test('names are in the order of the alphabet, whatever their case and marks', () => {
  const names = ['ООН', 'ёлка', 'Zoo', 'Émile', 'Елец', 'emma', 'йод', 'Ель', 'иволга'];
  expect(sortedByName(names, (name) => name)).toEqual([
    'Émile',
    'emma',
    'Zoo',
    'Елец',
    'ёлка',
    'Ель',
    'иволга',
    'йод',
    'ООН',
  ]);
});
