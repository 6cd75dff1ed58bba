import { buildHttpEvent } from '../../builders/items/http-event.ts';
import type { HttpRequest } from '../../builders/items/http-event.ts';
import { lookupLimits } from '../../../shared/buyers/lookup-limit-rules.ts';
import { median, percentile, ratio } from '../report/statistics.ts';
import { startSubject } from '../subjects/start-subject.ts';
import { pseudoRandom } from '../world/pseudo-random.ts';
import { functionEnvironment, tableAt } from '../world/start-world.ts';
import { ownShop, seedStrangers, strangerAt, strangersOfAKind } from '../world/strangers.ts';
import type { StrangerKind } from '../world/strangers.ts';
import type { Bench } from './section.ts';

type By = 'username' | 'order' | 'block' | 'change';
interface Kind {
  readonly name: string;
  readonly by: By;
  readonly who: StrangerKind;
}
const kind = (by: By, who: StrangerKind, words: string): Kind => ({ name: `by ${by}: ${words}`, by, who });
const kinds: readonly Kind[] = [
  kind('username', 'nobody', 'nobody'),
  // What differs between two who both are nobody is the error of the measurement.
  kind('username', 'nobodyElse', 'nobody, under other names'),
  kind('username', 'foreign', 'a buyer of another shop'),
  kind('username', 'erased', 'an erased buyer'),
  kind('order', 'nobody', 'nobody'),
  kind('order', 'foreign', 'a buyer of another shop'),
  kind('block', 'nobody', 'nobody'),
  kind('block', 'nobodyElse', 'nobody, under other names'),
  kind('block', 'foreign', 'a buyer of another shop'),
  kind('change', 'nobody', 'nobody'),
  kind('change', 'nobodyElse', 'nobody, under other names'),
  kind('change', 'foreign', 'a buyer of another shop'),
];

type Figures = Readonly<Record<'p50Milliseconds' | 'p99Milliseconds', number>>;
export interface LookupFigures extends Figures {
  /** Medians of the rounds' ratios. */
  readonly toNobody: Figures;
}
/** Of lookups and attempts at blocks that find nobody, by whom they were for. */
export type Lookups = Readonly<Record<string, LookupFigures>>;

/** Until nothing is left to compile. */
const turnsToWarmUp = 100;
/** Calls of each kind in a round: with fewer, the 99th percentile is of no use. */
const turnsARound = { quick: 300, full: 600 };

/**
 * How long the function takes to find nobody, in one process and in any order within each turn, so that whatever disturbs
 * the machine meets all kinds alike.
 */
export async function measureLookups({ world, files, options, say }: Bench): Promise<Lookups> {
  const tableName = 'bench-lookups';
  await world.createTable(tableName);
  const table = tableAt(world.engineUrl, tableName);
  await seedStrangers(table);
  table.client.destroy();
  const start = (handler: string) =>
    startSubject({ worker: files.worker, handler, takes: 'events' }, functionEnvironment(tableName, world.engineUrl));
  const parts = [
    { subject: await start(files.buyersApi), kinds: kinds.filter(isLookup) },
    { subject: await start(files.blocksApi), kinds: kinds.filter((one) => !isLookup(one)) },
  ];
  const turns = createTurns();
  const rounds: ReadonlyMap<Kind, readonly number[]>[] = [];
  const measure = async (count: number) => {
    const measured = new Map<Kind, readonly number[]>();
    for (const part of parts) {
      const calls = turns.next(count, part.kinds);
      const events = calls.map(({ event }) => event);
      const { milliseconds } = await part.subject.sequence(events, 404);
      for (const wanted of part.kinds)
        measured.set(
          wanted,
          milliseconds.filter((_, index) => calls[index]?.one === wanted),
        );
    }
    return measured;
  };
  try {
    await measure(turnsToWarmUp);
    for (let round = 0; round < options.rounds; round++) {
      say(`lookups, round ${round + 1} of ${options.rounds}`);
      rounds.push(await measure(options.full ? turnsARound.full : turnsARound.quick));
    }
  } finally {
    await Promise.all(parts.map(({ subject }) => subject.close()));
  }
  return Object.fromEntries(kinds.map((one) => [one.name, toFigures(rounds, one)]));
}

const isLookup = ({ by }: Kind): boolean => by === 'username' || by === 'order';

/** Every kind once a turn, each time somebody else of it, and a new seller before the limit is reached. */
function createTurns() {
  const chance = pseudoRandom();
  let calls = 0;
  const call = (one: Kind) => {
    const seller = `seller-${String(Math.floor(calls++ / (lookupLimits.minute.most - 10))).padStart(8, '0')}`;
    const stranger = strangerAt(one.who, Math.floor(chance() * strangersOfAKind));
    const claims = { sub: seller, shops: `${ownShop}:agent`, scope: 'ssc/seller' };
    return { one, event: buildHttpEvent({ ...requestOf(one.by, stranger), claims }) };
  };
  const turn = (some: readonly Kind[]) =>
    some
      .map((one) => ({ one, place: chance() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ one }) => call(one));
  return {
    next: (count: number, some: readonly Kind[]) => Array.from({ length: count }, () => turn(some)).flat(),
  };
}

function requestOf(by: By, { buyerId, username, orderId }: ReturnType<typeof strangerAt>): HttpRequest {
  const at = (path: string, more: object = {}) => ({
    path: `/v1/shops/${ownShop}/${path}`,
    pathParameters: { shopId: ownShop, ...more },
  });
  const block = { reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' };
  if (by === 'block') return { ...at('blocks'), method: 'POST', body: { buyerId, username, ...block } };
  if (by === 'change')
    return { ...at(`blocks/${buyerId}`, { buyerId }), method: 'PATCH', body: { duration: 'permanent' } };
  return { ...at('buyers'), query: by === 'username' ? { username } : { orderId } };
}

function toFigures(rounds: readonly ReadonlyMap<Kind, readonly number[]>[], one: Kind): LookupFigures {
  const nobody = kinds.find(({ by, who }) => by === one.by && who === 'nobody') ?? one;
  const figures = (figure: (share: number) => number): Figures => ({
    p50Milliseconds: figure(0.5),
    p99Milliseconds: figure(0.99),
  });
  const valuesOf = (of: Kind, share: number) => rounds.map((round) => percentile(round.get(of) ?? [], share));
  return {
    ...figures((share) => median(valuesOf(one, share))),
    toNobody: figures((share) => ratio(valuesOf(one, share), valuesOf(nobody, share))),
  };
}
