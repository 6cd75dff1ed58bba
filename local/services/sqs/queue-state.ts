import type { QueueMessage } from './message.ts';
import { WakeHeap } from '../../core/state/wake-heap.ts';

/** A message as the queue keeps it; times are epoch milliseconds. */
export interface StoredMessage {
  readonly id: string;
  readonly body: string;
  readonly messageAttributes: QueueMessage['messageAttributes'];
  /** On the local clock; kept when the message moves to a dead-letter queue, as SQS does. */
  readonly sentAt: number;
  /** On the clock that the queue's retention follows. */
  readonly expiresAt: number;
  readonly movedFrom?: string;
  receiveCount: number;
  firstReceivedAt?: number;
  /** From when on it can be received. */
  visibleAt: number;
}

type Standing = 'visible' | 'in_flight' | 'delayed';

/** The messages of one queue in memory: first in, first out among the visible ones. */
export class QueueState {
  readonly #messages = new Map<string, StoredMessage>();
  readonly #standing = new Map<string, Standing>();
  readonly #counts: Record<Standing, number> = { visible: 0, in_flight: 0, delayed: 0 };
  /** IDs in order; one that was deleted or hidden meanwhile is skipped when its turn comes. */
  #visible: string[] = [];
  #head = 0;
  readonly #hidden = new WakeHeap<string>();

  add(message: StoredMessage, now: number): void {
    this.#messages.set(message.id, message);
    this.place(message, now);
  }

  /** Puts a message where its `visibleAt` says, after that was changed. */
  place(message: StoredMessage, now: number): void {
    const waits = message.visibleAt > now;
    this.#setStanding(message.id, waits ? (message.receiveCount > 0 ? 'in_flight' : 'delayed') : 'visible');
    if (waits) this.#hidden.push(message.visibleAt, message.id);
    else this.#visible.push(message.id);
  }

  get(id: string): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  remove(id: string): boolean {
    if (!this.#messages.delete(id)) return false;
    this.#setStanding(id, undefined);
    return true;
  }

  /** Takes the next visible message; the caller places or removes it. */
  takeVisible(now: number): StoredMessage | undefined {
    this.wake(now);
    while (this.#head < this.#visible.length) {
      const id = this.#visible[this.#head] ?? '';
      this.#head += 1;
      if (this.#head > 1_000 && this.#head * 2 > this.#visible.length) {
        this.#visible = this.#visible.slice(this.#head);
        this.#head = 0;
      }
      if (this.#standing.get(id) === 'visible') return this.#messages.get(id);
    }
    return undefined;
  }

  /** Makes visible what has become so. */
  wake(now: number): void {
    for (let due = this.#hidden.popDue(now); due; due = this.#hidden.popDue(now)) {
      const message = this.#messages.get(due.item);
      // An entry of an earlier hiding is stale: the message is gone, or hidden until another instant.
      if (!message || message.visibleAt !== due.at || this.#standing.get(due.item) === 'visible') continue;
      this.place(message, now);
    }
  }

  /** Epoch milliseconds at which a message may become visible next, if any waits. */
  nextWake(): number | undefined {
    return this.#hidden.peek()?.at;
  }

  all(): IterableIterator<StoredMessage> {
    return this.#messages.values();
  }

  size(): number {
    return this.#messages.size;
  }

  clear(): void {
    this.#messages.clear();
    this.#standing.clear();
    this.#hidden.clear();
    this.#visible = [];
    this.#head = 0;
    Object.assign(this.#counts, { visible: 0, in_flight: 0, delayed: 0 });
  }

  counts(now: number): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
    this.wake(now);
    const { visible, in_flight: inFlight, delayed } = this.#counts;
    return { visible, inFlight, delayed };
  }

  #setStanding(id: string, standing: Standing | undefined): void {
    const before = this.#standing.get(id);
    if (before) this.#counts[before] -= 1;
    if (standing) {
      this.#counts[standing] += 1;
      this.#standing.set(id, standing);
    } else this.#standing.delete(id);
  }
}
