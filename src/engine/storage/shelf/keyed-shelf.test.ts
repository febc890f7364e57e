import { describe, expect, it } from 'vitest';
import { KeyedShelf } from './keyed-shelf';

const giveUp = (): never => {
  throw new Error('full');
};

describe.each([
  { where: 'in memory', capacity: 1_000_000 },
  { where: 'in a file', capacity: 1 },
])('texts that wait by key $where', ({ capacity }) => {
  const shelf = (): KeyedShelf => new KeyedShelf(giveUp, capacity);

  it('come back in the order in which they came, and stay', () => {
    const waiting = shelf();
    for (const item of ['b', 'a', 'c']) waiting.put('key', item);
    waiting.put('other', 'd');
    expect(waiting.get('key')).toEqual(['b', 'a', 'c']);
    expect(waiting.get('key')).toEqual(['b', 'a', 'c']);
    expect(waiting.get('none')).toEqual([]);
    waiting.close();
  });

  it('are gone once they were taken, and may come again', () => {
    const waiting = shelf();
    waiting.put('key', 'a');
    expect(waiting.take('key')).toEqual(['a']);
    expect(waiting.take('key')).toEqual([]);
    waiting.put('key', 'b');
    expect(waiting.get('key')).toEqual(['b']);
    waiting.close();
  });

  it('have their keys told once, the empty one and those of other scripts too, while they are taken', () => {
    const waiting = shelf();
    for (const key of ['', 'ключ', 'a', 'a', '🇧🇾']) waiting.put(key, 'x');
    const keys: string[] = [];
    for (const key of waiting.keys()) {
      keys.push(key);
      waiting.take(key);
    }
    expect(keys.sort()).toEqual(['', 'a', 'ключ', '🇧🇾'].sort());
    expect([...waiting.keys()]).toEqual([]);
    waiting.close();
  });
});
