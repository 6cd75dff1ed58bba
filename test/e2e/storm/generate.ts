import { ofKind } from '../../../infra/function-definition.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { tellStory } from './stories.ts';
import type { StormEvent, Story } from './stories.ts';

const consumers = ofKind(await loadFunctions(), 'queue');

/** An event that was broken before it was sent, and what must become of it. */
export interface Broken {
  readonly right: StormEvent;
  /** Dead-letter queue without its stage. */
  readonly queue: string;
  readonly reason: string;
  /** How often it is sent. */
  readonly times: number;
}

export interface Storm {
  /** In the order in which they are put on the bus, repeated ones too. */
  readonly sent: readonly StormEvent[];
  readonly stories: readonly Story[];
  /** By event ID. */
  readonly broken: ReadonlyMap<string, Broken>;
}

export interface StormShop {
  readonly shopId: string;
  readonly timeZone: string;
}

/** Days that begin from 14 hours before UTC's to 11 after, and a shop without access, of which nothing may be kept. */
export const stormShops: readonly StormShop[] = [
  { shopId: 'shop-utc', timeZone: 'UTC' },
  { shopId: 'shop-early', timeZone: 'Pacific/Kiritimati' },
  { shopId: 'shop-late', timeZone: 'Pacific/Pago_Pago' },
  { shopId: 'shop-odd', timeZone: 'Asia/Kathmandu' },
];
export const closedShop = 'shop-without-access';

/** So many events, three in ten of them repeats, one in a hundred wrong, shuffled. */
export function generateStorm(seed: number, size: number, now: number): Storm {
  const dice = createDice(seed);
  const distinct = Math.floor(size * 0.7);
  const stories: Story[] = [];
  const events: StormEvent[] = [];
  while (events.length < distinct) {
    const shopId = dice.roll() < 0.03 ? closedShop : dice.pick(stormShops).shopId;
    const story = tellStory(dice, stories.length, shopId, now);
    stories.push(story);
    events.push(...story.events);
  }
  const wrong = new Map(
    dice
      .shuffle(events)
      .slice(0, Math.ceil(size / 100))
      .map((right) => [right, breakEvent(dice, right)] as const),
  );
  const put = events.map((event) => wrong.get(event)?.event ?? event);
  const repeats = Array.from({ length: size - put.length }, () => dice.pick(put));
  const sent = dice.shuffle([...put, ...repeats]);
  const broken = [...wrong].map(([right, { event, queue, reason }]) => {
    const times = sent.filter((candidate) => candidate === event).length;
    return [String(right.detail['eventId']), { right, queue, reason, times }] as const;
  });
  return { sent, stories, broken: new Map(broken) };
}

const ways: readonly ((event: StormEvent) => StormEvent)[] = [
  (event) => ({ ...event, detail: { ...event.detail, version: 2 } }),
  ({ detail: { shopId: _, ...detail }, ...event }) => ({ ...event, detail }),
  (event) => ({ ...event, detail: { ...event.detail, shopId: 'two words' } }),
  (event) => ({ ...event, detail: { ...event.detail, shopId: 7494049642642442000 } }),
];

function breakEvent(dice: Dice, event: StormEvent) {
  const unrouted = { queue: 'unrouted-events', reason: 'unknown_event_type' };
  if (dice.roll() < 0.15) return { event: { ...event, type: `${event.type} ` }, ...unrouted };
  if (dice.roll() < 0.15) return { event: { ...event, source: 'marketplace.rumours' }, ...unrouted };
  const queue = consumers.find(({ events = [] }) =>
    events.some(({ source, type }) => source === event.source && type === event.type),
  )?.queue;
  if (queue === undefined) throw new Error(`No rule routes ${event.type}.`);
  return { event: dice.pick(ways)(event), queue: `${queue}-dead-letters`, reason: 'invalid_event' };
}
