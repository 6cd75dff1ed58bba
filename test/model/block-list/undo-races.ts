import fc from 'fast-check';
import { expect } from 'vitest';
import { toLedger } from '../../../shared/block-list/items.ts';
import { ninetyDays } from '../../../shared/block-list/rules.ts';
import type { Item } from '../../../shared/table/batch-get.ts';
import type { Table } from '../../../shared/table/client.ts';
import { accessKey, blockKey, endedBlockKey, ledgerKey, removedBlockKey } from '../../../shared/table/keys.ts';
import { buildClock, noon } from '../../builders/fakes/clock.ts';
import { knowBuyers } from '../../builders/items/known-buyer.ts';
import { queryPartition } from '../../builders/items/partitions.ts';
import { eventsOf } from '../../builders/items/shop-events.ts';
import { readItem } from '../../builders/items/table-items.ts';
import { buildGate } from '../../builders/worlds/gate-over-table.ts';
import { buildApis } from '../../builders/worlds/seller-api.ts';
import type { Answer } from '../../builders/worlds/seller-api.ts';
import { interleave } from '../coverage/interleave.ts';
import type { Turn } from '../coverage/interleave.ts';

/** What happens at once, each by somebody else, and in whatever order its reads and writes come. */
const happenings = [
  'remove',
  'restore',
  'block',
  'block_other',
  'undo_own',
  'expire',
  'late',
  'end_access',
  'regrant',
] as const;
type Happening = (typeof happenings)[number];

export interface Race {
  readonly together: readonly Happening[];
  readonly turns: readonly Turn[];
  readonly places: number;
  /** The block was removed before they began. */
  readonly isRemoved: boolean;
}

export const races: fc.Arbitrary<Race> = fc.record({
  together: fc.array(fc.constantFrom(...happenings), { minLength: 2, maxLength: 6 }),
  turns: fc.array(fc.record({ pick: fc.nat({ max: 5 }), calls: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 6,
    maxLength: 30,
  }),
  places: fc.integer({ min: 1, max: 2 }),
  isRemoved: fc.boolean(),
});

const refusals = [
  'not_restorable',
  'already_blocked',
  'block_list_full',
  'daily_block_limit_reached',
  'not_found',
  'access_not_active',
  // A write that is decided again and again gives up after some seconds, which a busy machine reaches; nothing was changed.
  'unavailable',
];
/** How far the block is from its end when the race begins: one that expires in it ends by the clock alone. */
const left = 60_000;
const firstDay = '2026-11-22T00:00:00.000Z';

/** How often each answer was given, over all races. */
export type Tally = Map<string, number>;

/** Runs one race in a shop of its own, and checks all that it leaves behind. */
export async function race(table: Table, run: number, { together, turns, places, isRemoved }: Race, tally: Tally) {
  const shopId = `undo-${run}`;
  const clock = buildClock(noon);
  const { seller, ops } = buildApis(table, clock);
  const quotas = { blocks: places, newBlocksPerDay: 3 };
  await knowBuyers(table, 2, shopId);
  await ops.set(shopId, { quotas });
  const made = (await seller(shopId).add('b0', { note: 'why', scope: 'linked_user_ids' })).body;
  const blockId = String(made['blockId']);
  clock.advance(ninetyDays - left);
  if (isRemoved) await seller(shopId).remove('b0');

  const answers: { readonly what: string; readonly answer: Answer }[] = [];
  const say = (what: string, answer: Answer) => {
    answers.push({ what, answer });
    const key = `${what} ${String(answer.body['code'] ?? answer.status)}`;
    tally.set(key, (tally.get(key) ?? 0) + 1);
  };
  const worker = (happening: Happening, index: number) => async (on: Table) => {
    const shop = buildApis(on, clock).seller(shopId, { subject: `seller-${index}` });
    // A call of its own, so that its turn can come anywhere.
    const wait = () => readItem(on, accessKey(shopId));
    const doers: Readonly<Record<Happening, () => Promise<unknown>>> = {
      remove: async () => say('remove', await shop.remove('b0')),
      restore: async () => say('restore', await shop.restore('b0', blockId)),
      block: async () => say('block', await shop.add('b0', { note: 'new' })),
      block_other: async () => say('block', await shop.add('b1')),
      undo_own: async () => {
        say('remove', await shop.remove('b0'));
        say('restore', await shop.restore('b0', blockId));
      },
      expire: async () => {
        await wait();
        clock.advance(left);
      },
      late: async () => {
        await wait();
        clock.advance(15 * 60_000);
      },
      end_access: () => buildApis(on, clock).ops.set(shopId, { state: 'terminated' }),
      regrant: async () => {
        await buildApis(on, clock).ops.set(shopId, { state: 'terminated' });
        clock.advance(1);
        await buildApis(on, clock).ops.set(shopId, { quotas });
      },
    };
    await doers[happening]();
  };
  await interleave(table, together.map(worker), turns);

  for (const { answer } of answers) if (answer.status >= 400) expect(refusals).toContain(answer.body['code']);
  for (const { what, answer } of answers)
    if (what === 'restore' && answer.status === 200) expectAsItWas(answer.body, made);
  const added = answers.filter(({ answer }) => answer.status === 201);
  await expectAgreement(table, shopId, { added: added.length, at: clock.time, places });
  await expectHistory(table, shopId, blockId, made);
  const [decision] = await buildGate(table, clock).decisions(`${shopId}/b0`);
  const block = await readItem(table, blockKey(shopId, 'b0'));
  const isActive = (await readItem(table, accessKey(shopId)))?.['state'] === 'active';
  expect(decision).toBe(isActive && block && clock.time < Number(block['expiresAt']) ? 'deny' : 'allow');
}

/** Only its revision tells that it was away: two more for each time; and its coverage, which begins anew. */
function expectAsItWas(restored: Answer['body'], made: Answer['body']): void {
  const { revision, coverage: _coverage, ...rest } = restored;
  const { revision: _revision, coverage: __coverage, ...before } = made;
  // A replacement of the words by an erasure does not happen here, but a later state's answer leaves them out.
  expect(rest).toEqual(before);
  expect(Number(revision) % 2).toBe(1);
}

/** Ledger and blocks say the same, no quota was passed, and a return counts on no day. */
async function expectAgreement(
  table: Table,
  shopId: string,
  { added, at, places }: { readonly added: number; readonly at: number; readonly places: number },
): Promise<void> {
  const ledger = toLedger(await readItem(table, ledgerKey(shopId)));
  const blocks = (await queryPartition(table, ledgerKey(shopId).pk)).filter(({ sk }) =>
    String(sk).startsWith('BLOCK#'),
  );
  const live = blocks.filter(({ expiresAt }) => at < Number(expiresAt));
  const expiries = (some: readonly Item[]) =>
    Object.fromEntries(some.map(({ buyerId, expiresAt }) => [String(buyerId), Number(expiresAt)]));
  const used = Object.fromEntries(Object.entries(ledger.places).filter(([, expiresAt]) => at < expiresAt));
  expect(used).toEqual(expiries(live));
  expect(live.length).toBeLessThanOrEqual(places);
  // The first block was made on a day of its own, long ago.
  const { [firstDay]: _first, ...lately } = ledger.newBlocks;
  expect(Object.values(lately).reduce((sum, count) => sum + count, 0)).toBe(added);
}

/** What was told of the block, in the order of its revisions, is a history; and what is left of it says how that ended. */
async function expectHistory(table: Table, shopId: string, blockId: string, made: Answer['body']): Promise<void> {
  const events = (await eventsOf(table, shopId, 'Buyer Blocked', 'Buyer Unblocked'))
    .map(({ type, detail }) => ({ type, ...(detail as Readonly<Record<string, unknown>>) }))
    .filter((event): event is typeof event & { readonly revision: number } => {
      return (event as Readonly<Record<string, unknown>>)['blockId'] === blockId;
    })
    .toSorted((one, other) => one.revision - other.revision);
  expect(events.map(({ revision, type }) => [revision, type])).toEqual(
    events.map((_, index) => [index + 1, index % 2 === 0 ? 'Buyer Blocked' : 'Buyer Unblocked']),
  );
  const isThere = events.length % 2 === 1;
  const present = await readItem(table, blockKey(shopId, 'b0'));
  const left = [
    await readItem(table, endedBlockKey(shopId, blockId)),
    await readItem(table, removedBlockKey('b0', shopId)),
  ];
  if (isThere) {
    // Unless a new block has taken the place of one that has expired.
    if (present?.['blockId'] === blockId)
      expect(present).toMatchObject({
        revision: events.length,
        note: 'why',
        createdAt: Date.parse(String(made['createdAt'])),
      });
    expect(left[0]).toBeUndefined();
  } else {
    expect(present?.['blockId']).not.toBe(blockId);
    expect(left[0]).toMatchObject({ blockId, endedBecause: 'removed', revision: events.length });
  }
}
