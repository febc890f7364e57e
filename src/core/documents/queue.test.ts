import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../ids';
import { moveInQueue, roomBehind, type Queued, type Repositioned } from './queue';

const id = (name: string): DocumentId => name as DocumentId;
const queueOf = (...positions: number[]): Queued[] =>
  positions.map((position, index) => ({ id: id('abcdefghij'.charAt(index)), position }));

const orderAfter = (queue: readonly Queued[], changed: Repositioned): string =>
  queue
    .map((queued) => ({ ...queued, position: changed.get(queued.id) ?? queued.position }))
    .sort((a, b) => a.position - b.position)
    .map((queued) => queued.id)
    .join('');

const positions = fc
  .array(fc.nat(3), { minLength: 1, maxLength: 10 })
  .map((steps) => steps.map((_, index) => steps.slice(0, index).reduce((sum, step) => sum + step, 0)));

describe('moving documents in the queue', () => {
  it('changes only what lies between the old place and the new one', () => {
    const queue = queueOf(0, 1, 2, 3, 4);
    const moved = moveInQueue(queue, new Set([id('d')]), id('b'));
    expect(orderAfter(queue, moved)).toBe('adbce');
    expect([...moved.keys()].sort()).toEqual(['b', 'c', 'd']);
  });

  it('keeps the order of several, and takes them to the end too', () => {
    const queue = queueOf(0, 5, 6, 7, 20);
    expect(orderAfter(queue, moveInQueue(queue, new Set([id('a'), id('c')]), null))).toBe('bdeac');
    expect(orderAfter(queue, moveInQueue(queue, new Set([id('e'), id('c')]), id('a')))).toBe('ceabd');
  });

  it('changes nothing where a document stands there already', () => {
    const queue = queueOf(0, 1, 2);
    expect(moveInQueue(queue, new Set([id('b')]), id('b')).size).toBe(0);
    expect(moveInQueue(queue, new Set([id('b')]), id('c')).size).toBe(0);
    expect(moveInQueue(queue, new Set([id('c')]), null).size).toBe(0);
  });

  it('gives every document its own position, also where some shared one', () => {
    fc.assert(
      fc.property(positions, fc.array(fc.nat(9)), fc.nat(10), (places, chosen, target) => {
        const queue = queueOf(...places);
        const ids = new Set(chosen.flatMap((index) => queue[index]?.id ?? []));
        const before = queue[target]?.id ?? null;
        const after = orderAfter(queue, moveInQueue(queue, ids, before));
        expect(Array.from(after).sort()).toEqual(queue.map((queued) => queued.id));
        const stay = Array.from(after).filter((one) => !ids.has(id(one)));
        expect(stay).toEqual(queue.filter((queued) => !ids.has(queued.id)).map((queued) => queued.id));
        if (before !== null && !ids.has(before) && ids.size > 0)
          expect(after.indexOf(before) - 1).toBe(Math.max(...[...ids].map((one) => after.indexOf(one))));
      }),
    );
  });
});

describe('room for one more document', () => {
  it('is there where the next stands further on', () => {
    expect(roomBehind(queueOf(0, 5), id('a'))).toEqual({ own: 0, next: 1, others: new Map() });
    expect(roomBehind(queueOf(0), id('a'))).toEqual({ own: 0, next: 1, others: new Map() });
  });

  it('is made by the shorter side of the queue', () => {
    expect(roomBehind(queueOf(0, 1, 2, 3), id('b'))).toEqual({
      own: 0,
      next: 1,
      others: new Map([[id('a'), -1]]),
    });
    expect(roomBehind(queueOf(0, 1, 2, 3), id('c'))).toEqual({
      own: 2,
      next: 3,
      others: new Map([[id('d'), 4]]),
    });
  });

  it('keeps the order of all others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 }),
        fc.nat(8),
        (places, index) => {
          const queue = queueOf(...places.sort((a, b) => a - b));
          const own = queue[index % queue.length];
          if (!own) return;
          const room = roomBehind(queue, own.id);
          const after = queue
            .map((queued) => ({ ...queued, position: room.others.get(queued.id) ?? queued.position }))
            .map((queued) => (queued.id === own.id ? { ...queued, position: room.own } : queued))
            .flatMap((queued) =>
              queued.id === own.id ? [queued, { id: id('new'), position: room.next }] : [queued],
            );
          expect(after.map(({ position }) => position)).toEqual(
            [...new Set(after.map(({ position }) => position))].sort((a, b) => a - b),
          );
        },
      ),
    );
  });
});
