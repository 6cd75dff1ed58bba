/** What one service offers to the others, e.g. its queues: the key under which they ask for it. */
export interface Offer<Value> {
  readonly name: string;
  /** Only for the compiler. */
  readonly value?: Value;
}

export function offer<Value>(name: string): Offer<Value> {
  return { name };
}

/** What the services that are open have offered so far. */
export interface Offers {
  add<Value>(offered: Offer<Value>, value: NoInfer<Value>): void;
  /** @throws Error when nothing before it in the list of services offers that. */
  take<Value>(wanted: Offer<Value>): Value;
}

export function createOffers(): Offers {
  const values = new Map<Offer<unknown>, unknown>();
  return {
    add: (offered, value) => void values.set(offered, value),
    take<Value>(wanted: Offer<Value>) {
      if (!values.has(wanted)) throw new Error(`No service before this one in the list offers ${wanted.name}.`);
      return values.get(wanted) as Value;
    },
  };
}
