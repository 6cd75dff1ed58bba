/** Buyers that the console has heard of by name, found in whatever the API has answered. */
export interface KnownBuyer {
  readonly buyerId: string;
  readonly username: string;
  readonly avatarUrl?: string | undefined;
}

/** @param answers of the API, the oldest first: the newest name of a buyer counts. */
export function knownBuyersIn(answers: readonly unknown[]): ReadonlyMap<string, KnownBuyer> {
  const found = new Map<string, KnownBuyer>();
  for (const answer of answers) collect(answer, found);
  return found;
}

function collect(value: unknown, found: Map<string, KnownBuyer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found);
    return;
  }
  const { buyerId, username, avatarUrl } = value as Readonly<Record<string, unknown>>;
  if (typeof buyerId === 'string' && typeof username === 'string') {
    // The one that was met last stands last.
    found.delete(buyerId);
    found.set(buyerId, { buyerId, username, ...(typeof avatarUrl === 'string' && { avatarUrl }) });
  }
  for (const one of Object.values(value)) collect(one, found);
}
