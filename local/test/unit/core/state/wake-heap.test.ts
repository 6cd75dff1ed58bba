import { describe, expect, it } from 'vitest';
import { WakeHeap } from '../../../../core/state/wake-heap.ts';

describe('WakeHeap', () => {
  it('gives all that is due, the earliest first, whatever came in when', () => {
    const heap = new WakeHeap<number>();
    // A fixed shuffle of 0 to 100, with every instant twice.
    const instants = Array.from({ length: 202 }, (_, index) => (index * 37) % 101);
    for (const at of instants) heap.push(at, at);
    const popped: number[] = [];
    for (let due = heap.popDue(60); due; due = heap.popDue(60)) popped.push(due.item);
    expect(popped).toEqual(instants.filter((at) => at <= 60).toSorted((a, b) => a - b));
    expect(heap.peek()).toEqual({ at: 61, item: 61 });
  });

  it('takes in more between two that it gives', () => {
    const heap = new WakeHeap<string>();
    heap.push(5, 'late');
    heap.push(1, 'first');
    expect(heap.popDue(9)?.item).toBe('first');
    heap.push(2, 'second');
    expect(heap.popDue(9)?.item).toBe('second');
    expect(heap.popDue(4)).toBeUndefined();
    expect(heap.popDue(5)?.item).toBe('late');
    expect(heap.popDue(9)).toBeUndefined();
  });

  it('is empty once it was cleared', () => {
    const heap = new WakeHeap<string>();
    heap.push(1, 'gone');
    heap.clear();
    expect([heap.peek(), heap.popDue(9)]).toEqual([undefined, undefined]);
  });
});
