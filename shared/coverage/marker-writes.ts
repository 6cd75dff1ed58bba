import type { MarkerEntry } from '../block-list/items.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { blockedByKey, buyerAttribute, exemptionAttribute, linksKey, markerKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { isMember } from '../link-groups/group-writes.ts';
import type { Links } from '../link-groups/items.ts';
import type { BlockName, BlockReach, DependentBlock } from './rules.ts';

/** The entry of this very block in a marker, whichever of its linked scopes it was written for. */
export function entryOf(marker: Item | undefined, block: BlockName): MarkerEntry | undefined {
  const entry = marker?.[buyerAttribute(block.root)] as MarkerEntry | undefined;
  return entry?.blockId === block.blockId ? entry : undefined;
}

/** That this very block stands, with the linked scope that is meant: a narrower one guards nobody, and a later one by other entries. */
export function standsLinked({ blockId, linkedSince }: BlockReach): Required<Condition> {
  const since = sameSince('linkedSince', linkedSince);
  return {
    expression: `blockId = :blockId AND #scope = :linked AND ${since.expression}`,
    names: { '#scope': 'scope' },
    values: { ':blockId': blockId, ':linked': 'linked_user_ids', ...since.values },
  };
}

function sameSince(path: string, since: EpochMilliseconds | undefined) {
  if (since === undefined) return { expression: `attribute_not_exists(${path})`, values: {} };
  return { expression: `${path} = :since`, values: { ':since': since } };
}

/** The entry for each account, as long as all are members and the block stands with this linked scope. */
export function guardWrites(
  block: DependentBlock,
  group: GroupId,
  accounts: readonly BuyerId[],
): Record<string, Write> {
  const { blockId, createdAt, expiresAt, linkedSince } = block;
  const entry: MarkerEntry = {
    blockId,
    expiresAt,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(linkedSince === undefined ? {} : { linkedSince }),
  };
  const guards = accounts.flatMap((account): [string, Write][] => [
    [`member:${account}`, isMember(group, account)],
    [
      `marker:${account}`,
      {
        update: markerKey(block.shopId, account),
        expression: 'SET #root = :entry ADD revision :one',
        names: { '#root': buyerAttribute(block.root) },
        values: { ':entry': entry, ':one': 1 },
      },
    ],
  ]);
  return {
    root: isMember(group, block.root),
    block: {
      check: blockedByKey(block.root, block.shopId),
      condition: standsLinked(block),
    },
    ...Object.fromEntries(guards),
  };
}

/** Takes the last entry along with the marker: an empty one would cost the gate nothing but would stay for ever. */
export function takeEntry(block: BlockName, account: BuyerId, marker: Item): Write {
  const key = markerKey(block.shopId, account);
  const since = sameSince('#root.linkedSince', entryOf(marker, block)?.linkedSince);
  // A marker that was deleted and made anew counts from 1 again, so that the revision alone is not enough.
  const condition: Condition = {
    expression: `revision = :revision AND #root.blockId = :blockId AND ${since.expression}`,
    names: { '#root': buyerAttribute(block.root) },
    values: { ':revision': marker['revision'], ':blockId': block.blockId, ...since.values },
  };
  const entries = Object.keys(marker).filter((name) => name.startsWith(buyerAttribute('')));
  if (entries.length === 1 && !(exemptionAttribute in marker)) return { delete: key, condition: notExempt(condition) };
  return { update: key, expression: 'REMOVE #root ADD revision :one', condition, values: { ':one': 1 } };
}

/** An exemption may come between, on a marker that was made anew. */
function notExempt({ expression, names, values }: Condition): Condition {
  return {
    expression: `${expression} AND attribute_not_exists(#exemption)`,
    names: { ...names, '#exemption': exemptionAttribute },
    ...(values ? { values } : {}),
  };
}

/** That an account has neither joined nor left a group since its links were read. */
export function linksUnchanged(account: BuyerId, { revision }: Links): Write {
  const condition: Condition =
    revision === 0
      ? { expression: 'attribute_not_exists(revision)' }
      : { expression: 'revision = :revision', values: { ':revision': revision } };
  return { check: linksKey(account), condition };
}
