import type { MarkerEntry } from '../block-list/items.ts';
import { earlierThan } from '../block-list/scope-rules.ts';
import type { Reach } from '../block-list/scope-rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockKey, linksKey, markerKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import { pastEntryItem } from './past-entry-items.ts';
import { toLinks } from '../link-groups/items.ts';
import { entryOf, guardWrites, linksUnchanged, takeEntry } from './marker-writes.ts';
import type { BlockName, BlockReach, Covered, DependentBlock } from './rules.ts';
import { shareGroup } from '../link-groups/rules.ts';
import { readSettled } from '../table/settled-read.ts';

export type GuardOutcome =
  /** The accounts that were members still. */
  | { readonly type: 'guarded'; readonly accounts: readonly BuyerId[] }
  | { readonly type: 'block_ended' }
  | { readonly type: 'root_left' };

/** A transaction holds 100 items: two for each account, and two that hold for all of them. */
export const accountsAWrite = 49;

/** The entries that blocks leave in the markers of linked accounts. Each call takes `accountsAWrite` accounts at most. */
export interface MarkerStore {
  /** Writes the block's entry for accounts that still are members beside its root. */
  guard(block: DependentBlock, group: GroupId, accounts: readonly BuyerId[]): Promise<GuardOutcome>;
  /** Those whose marker lacks the block's entry, of this linked scope. */
  unguarded(block: BlockReach, accounts: readonly BuyerId[]): Promise<readonly BuyerId[]>;
  /** Those whose marker has the block's entry, of whichever linked scope. */
  bearers(block: BlockName, accounts: readonly BuyerId[]): Promise<readonly BuyerId[]>;
  /** Takes the block's entry from accounts that share no group with its root, and leaves behind that it covered them until now. */
  releaseUnlinked(block: DependentBlock, accounts: readonly BuyerId[], now: EpochMilliseconds): Promise<void>;
  /** Takes the entries that the block wrote for a linked scope that it no longer has, and leaves behind when that was. */
  releaseEarlier(block: BlockName, reach: Reach, accounts: readonly BuyerId[], now: EpochMilliseconds): Promise<void>;
  /**
   * Takes the entry of a block that has ended from whoever bears it; that of a later block of the same root stays. So does all
   * that is borne once the removal was undone: such a block guards by these entries again.
   */
  releaseEnded(block: BlockName, accounts: readonly BuyerId[]): Promise<void>;
  /**
   * Says that the block covered these accounts, for orders that are told of late. To be said before their entries are taken:
   * whoever looks in between finds both, and never neither.
   */
  leaveBehind(block: BlockName, accounts: readonly BuyerId[], covered: Covered, now: EpochMilliseconds): Promise<void>;
}

/** Each refused attempt means that another writer got something done. */
const attempts = 20;

/** Blocks that follow the same group at the same time conflict in what they make sure of, and each gets its turn. */
const patience = { retryForMilliseconds: 20_000 };

/** What a release decided: whose entries to take, and what must still hold when they are taken. */
interface Release {
  readonly accounts: readonly BuyerId[];
  readonly checks: Readonly<Record<string, Write>>;
}
type ChooseRelease = (
  bearers: readonly BuyerId[],
  entryAt: (account: BuyerId) => MarkerEntry | undefined,
) => Promise<Release>;

export function createMarkerStore(table: Table): MarkerStore {
  return {
    guard: (block, group, accounts) => guard(table, block, group, accounts),

    async bearers(block, accounts) {
      const markerOf = await readMarkers(table, block, accounts);
      return accounts.filter((account) => entryOf(markerOf(account), block));
    },

    async unguarded(block, accounts) {
      const markerOf = await readMarkers(table, block, accounts);
      return accounts.filter((account) => {
        const entry = entryOf(markerOf(account), block);
        return entry === undefined || entry.linkedSince !== block.linkedSince;
      });
    },

    releaseUnlinked: (block, accounts, now) =>
      release(table, block, accounts, (bearers) => chooseUnlinked(table, block, bearers, now)),

    async releaseEarlier(block, reach, accounts, now) {
      const until = earlierThan(reach);
      const since = (entry: MarkerEntry | undefined) => entry && (entry.linkedSince ?? reach.createdAt);
      await release(table, block, accounts, async (bearers, entryAt) => {
        const earlier = bearers.filter((account) => Number(since(entryAt(account))) < until);
        for (const [createdAt, some] of Map.groupBy(earlier, (account) => since(entryAt(account)))) {
          await leaveBehind(table, block, some, { createdAt, until }, now);
        }
        return { accounts: earlier, checks: {} };
      });
    },

    releaseEnded: (block, accounts) =>
      release(table, block, accounts, (bearers) => Promise.resolve({ accounts: bearers, checks: hasEnded(block) })),

    leaveBehind: (block, accounts, covered, now) => leaveBehind(table, block, accounts, covered, now),
  };
}

async function guard(
  table: Table,
  block: DependentBlock,
  group: GroupId,
  accounts: readonly BuyerId[],
): Promise<GuardOutcome> {
  let rest = accounts;
  const gone = new Set<BuyerId>();
  while (rest.length > 0) {
    const outcome = await transact<string>(table, guardWrites(block, group, rest), patience);
    if (outcome.type === 'committed') break;
    if ('block' in outcome.refused) return { type: 'block_ended' };
    if ('root' in outcome.refused) return { type: 'root_left' };
    for (const account of rest) if (`member:${account}` in outcome.refused) gone.add(account);
    rest = rest.filter((account) => !gone.has(account));
  }
  return { type: 'guarded', accounts: accounts.filter((account) => !gone.has(account)) };
}

const blockStands = 'block';

function hasEnded({ shopId, root, blockId }: BlockName): Release['checks'] {
  const condition = {
    expression: 'attribute_not_exists(blockId) OR blockId <> :blockId',
    values: { ':blockId': blockId },
  };
  return { [blockStands]: { check: blockKey(shopId, root), condition } };
}

/** Those that share no group with the root, after it is left behind that the block covered them until now. */
async function chooseUnlinked(
  table: Table,
  block: DependentBlock,
  bearers: readonly BuyerId[],
  now: EpochMilliseconds,
): Promise<Release> {
  const heads = await batchGet(table, [block.root, ...bearers].map(linksKey));
  const linksOf = (account: BuyerId) => toLinks(heads.get(linksKey(account)));
  const root = linksOf(block.root);
  const unlinked = bearers.filter((account) => !shareGroup(root, linksOf(account)));
  const { createdAt, linkedSince } = block;
  const covered = { createdAt, linkedSince, until: Math.min(now, block.expiresAt) };
  await leaveBehind(table, block, unlinked, covered, now);
  const checks = [block.root, ...unlinked].map((account) => [
    `links:${account}`,
    linksUnchanged(account, linksOf(account)),
  ]);
  return { accounts: unlinked, checks: Object.fromEntries(checks) as Record<string, Write> };
}

async function leaveBehind(
  table: Table,
  block: BlockName,
  accounts: readonly BuyerId[],
  covered: Covered,
  now: EpochMilliseconds,
): Promise<void> {
  if (accounts.length === 0) return;
  const puts = accounts.map((account) => [account, { put: pastEntryItem(block, account, covered, now) }]);
  await transact<string>(table, Object.fromEntries(puts) as Record<string, Write>);
}

/** Settled: an entry that a guard is just writing does not show in a plain read, and nobody would come back for it. */
async function readMarkers(
  table: Table,
  block: BlockName,
  accounts: readonly BuyerId[],
): Promise<(account: BuyerId) => Item | undefined> {
  const items = await readSettled(
    table,
    accounts.map((account) => markerKey(block.shopId, account)),
  );
  const byAccount = new Map(accounts.map((account, index) => [account, items[index]]));
  return (account) => byAccount.get(account);
}

async function release(
  table: Table,
  block: BlockName,
  accounts: readonly BuyerId[],
  choose: ChooseRelease,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const markerOf = await readMarkers(table, block, accounts);
    const entryAt = (account: BuyerId) => entryOf(markerOf(account), block);
    const chosen = await choose(
      accounts.filter((account) => entryAt(account)),
      entryAt,
    );
    if (chosen.accounts.length === 0) return;
    const outcome = await transact<string>(table, {
      ...chosen.checks,
      ...Object.fromEntries(
        chosen.accounts.map((account) => [`marker:${account}`, takeEntry(block, account, markerOf(account) ?? {})]),
      ),
    });
    if (outcome.type === 'committed' || blockStands in outcome.refused) return;
  }
  throw new AppError('unavailable', `The markers of block ${block.blockId} keep changing.`);
}
