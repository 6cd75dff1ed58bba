/** Who did it, for the activity: an ID and a kind, never a name. */
export interface Actor {
  readonly kind: 'seller' | 'ops' | 'support' | 'platform';
  readonly id: string;
}
