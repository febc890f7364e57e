import { describe, expect, it } from 'vitest';
import type { TypeRecord } from '../../../core/model/codebook';
import { dropped, stepped } from './moving';

const type = (id: string, parent: string | null, position: number, kind = 'event') =>
  ({ id, parent, position, kind }) as TypeRecord;

const [a, b, c, d, e] = [
  type('a', null, 0),
  type('b', 'a', 1),
  type('c', 'a', 2),
  type('d', null, 3),
  type('e', null, 4, 'entity'),
] as const;
const types = [a, b, c, d, e];

describe('moving a type', () => {
  it('goes by steps among its neighbours, below the one before, and out again', () => {
    expect(stepped(c, 'up', types)).toEqual({ type: 'c', parent: 'a', position: 0 });
    expect(stepped(b, 'up', types)).toBeNull();
    expect(stepped(c, 'in', types)).toEqual({ type: 'c', parent: 'b', position: 0 });
    expect(stepped(b, 'out', types)).toEqual({ type: 'b', parent: null, position: 1 });
    expect(stepped(d, 'in', types)).toEqual({ type: 'd', parent: 'a', position: 2 });
    expect(stepped(d, 'down', types)).toBeNull();
  });

  it('goes where it is dropped, among its own kind', () => {
    expect(dropped(d, 'b', 'before', types)).toEqual({ type: 'd', parent: 'a', position: 0 });
    expect(dropped(d, 'c', 'after', types)).toEqual({ type: 'd', parent: 'a', position: 2 });
    expect(dropped(d, 'b', 'on', types)).toEqual({ type: 'd', parent: 'b', position: 0 });
    expect(dropped(b, 'kind event', 'on', types)).toEqual({ type: 'b', parent: null, position: 0 });
    expect(dropped(d, 'e', 'after', types)).toBeNull();
  });
});
