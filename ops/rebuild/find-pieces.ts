import type { Piece } from '../../shared/contracts/messages/rebuild-request.ts';

/** An item as a scan shows it, as far as it is asked for. */
export type ScannedItem = Readonly<Record<string, unknown>>;

const blockPrefix = 'BLOCK#';

/** A scan of the heads of link groups; IDs hold no `#`, so that the parts of a key can be told apart. */
export const groupScan = {
  FilterExpression: 'begins_with(pk, :group) AND sk = :head',
  ExpressionAttributeValues: { ':group': 'GROUP#', ':head': 'HEAD' },
  ProjectionExpression: 'pk, sk',
} as const;

/** A scan of blocks and markers. */
export const markerScan = {
  FilterExpression: '(begins_with(pk, :shop) AND begins_with(sk, :block)) OR (begins_with(pk, :gate) AND sk = :marker)',
  ExpressionAttributeValues: { ':shop': 'SHOP#', ':block': blockPrefix, ':gate': 'GATE#', ':marker': 'MARKER' },
  ProjectionExpression: 'pk, sk',
} as const;

/** What is to be looked at because of a group's head, a block or a marker. */
export function pieceOf({ pk, sk }: ScannedItem): Piece | undefined {
  const [kind, first = '', buyerId = ''] = String(pk).split('#');
  if (kind === 'GROUP') return { kind: 'group', groupId: first };
  if (kind === 'GATE') return { kind: 'marker', shopId: first, buyerId };
  if (kind === 'SHOP') return { kind: 'block', shopId: first, buyerId: String(sk).slice(blockPrefix.length) };
  return undefined;
}

/** For people. */
export function nameOf(piece: Piece): string {
  return piece.kind === 'group' ? `group ${piece.groupId}` : `${piece.kind} of ${piece.buyerId} in ${piece.shopId}`;
}
