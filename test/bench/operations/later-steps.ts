import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LiveTicket } from '../../builders/worlds/live-client.ts';
import { at } from './alert-steps.ts';
import type { MeasuredProduct, Step } from './measured-product.ts';
import { buyerOf } from './shop-under-measure.ts';
import type { Shop } from './shop-under-measure.ts';

const minute = 60;
const blockDays = 90;

/** What sellers hear at once, and what time brings about. Comes last: it moves the product's clock by months. */
export function laterSteps({ runtime, put, settle }: MeasuredProduct, { seller, events }: Shop): readonly Step[] {
  const advance = (advanceSeconds: number) => runtime.local('POST', 'clock', { advanceSeconds });
  const sockets: WebSocket[] = [];
  const cursors: string[] = [];
  const say = async (sample: number, message: object) => sockets[sample]?.send(JSON.stringify(message));
  const raise = async (index: number, minutes: number) => {
    const { now } = await runtime.local<{ now: string }>('GET', 'clock');
    const respondBy = new Date(Date.parse(now) + minutes * minute * 1000).toISOString();
    await put(events.orderFlag(index, { respondBy }));
    await settle();
  };
  return [
    { counts: { 'live-ticket-api': 'ask for a live ticket' }, act: () => seller('POST', 'live-ticket') },
    {
      counts: { 'live-socket': 'open a live socket' },
      act: async () => {
        const { url, ticket, cursor } = await seller<LiveTicket>('POST', 'live-ticket');
        cursors.push(cursor);
        const socket = new WebSocket(`${url}?ticket=${ticket}`);
        sockets.push(socket);
        await once(socket, 'open');
      },
    },
    { counts: { 'live-socket': 'answer a ping' }, act: (sample) => say(sample, { action: 'ping' }) },
    {
      counts: { 'live-socket': 'catch up by a cursor' },
      act: (sample) => say(sample, { action: 'catch_up', cursor: String(Number(cursors[sample]) - 1) }),
    },
    { counts: { 'live-socket': 'close a live socket' }, act: async (sample) => sockets[sample]?.close() },
    {
      counts: { 'digest-sender': 'send a digest' },
      afterAllElse: true,
      act: async (sample) => {
        await raise(at(sample, 8), 600);
        // The windows of this stage are ten seconds long.
        await advance(15);
      },
    },
    {
      counts: { 'alert-deadline': 'announce a deadline' },
      before: async (sample) => {
        // The alert of the sample before ends by itself.
        await advance(20 * minute);
        await settle();
        await raise(at(sample, 6), 20);
      },
      act: () => advance(11 * minute),
    },
    {
      counts: { 'alert-deadline': 'end an alert at its deadline' },
      before: async (sample) => {
        await advance(20 * minute);
        await settle();
        await raise(at(sample, 7), 20);
        await advance(11 * minute);
      },
      act: () => advance(10 * minute),
    },
    { counts: { 'outbox-sweeper': 'sweep an empty outbox' }, afterAllElse: true, act: () => advance(minute) },
    {
      counts: { 'expired-block-cleaner': 'clean up behind an expired block' },
      before: (sample) => {
        const buyerId = buyerOf(6 + sample);
        const block = { reason: 'order_abuse', scope: 'user_id_only', duration: `${blockDays}_days` };
        return seller('POST', 'blocks', { buyerId, username: `name-${buyerId}`, ...block });
      },
      act: async () => {
        await advance(blockDays * 24 * 60 * minute + 1);
        await runtime.local('POST', 'ttl-sweep');
      },
    },
  ];
}
