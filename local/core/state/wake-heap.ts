/** Something that becomes due at an instant. */
export interface Due<Item> {
  readonly at: number;
  readonly item: Item;
}

/** A binary heap by instant: a queue with tens of thousands of waiting messages finds the next one in logarithmic time. */
export class WakeHeap<Item> {
  readonly #entries: Due<Item>[] = [];

  push(at: number, item: Item): void {
    const entries = this.#entries;
    let index = entries.length;
    const added = { at, item };
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = entries[parent];
      if (!above || above.at <= at) break;
      entries[index] = above;
      index = parent;
    }
    entries[index] = added;
  }

  peek(): Due<Item> | undefined {
    return this.#entries[0];
  }

  /** Takes the earliest entry that is due by then. */
  popDue(now: number): Due<Item> | undefined {
    const [first] = this.#entries;
    if (!first || first.at > now) return undefined;
    const last = this.#entries.pop();
    if (last && this.#entries.length > 0) this.#sink(last);
    return first;
  }

  clear(): void {
    this.#entries.length = 0;
  }

  #sink(moved: Due<Item>): void {
    const entries = this.#entries;
    let index = 0;
    for (;;) {
      const left = entries[2 * index + 1];
      const right = entries[2 * index + 2];
      if (!left) break;
      const [smaller, child] = right && right.at < left.at ? [right, 2 * index + 2] : [left, 2 * index + 1];
      if (smaller.at >= moved.at) break;
      entries[index] = smaller;
      index = child;
    }
    entries[index] = moved;
  }
}
