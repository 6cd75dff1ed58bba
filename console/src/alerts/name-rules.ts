/** A buyer in a sentence: by name, or by ID where there is no name. */
export function nameOf({
  username,
  buyerId,
}: {
  readonly username?: string | undefined;
  readonly buyerId: string;
}): string {
  return username ?? buyerId;
}
