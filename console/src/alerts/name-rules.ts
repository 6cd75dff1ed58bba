import { isolated } from '../ui/username-rules.ts';

/** A buyer in a sentence: by name, or by ID where there is no name; apart from the direction of the words around it. */
export function nameOf({
  username,
  buyerId,
}: {
  readonly username?: string | undefined;
  readonly buyerId: string;
}): string {
  return isolated(username ?? buyerId);
}
