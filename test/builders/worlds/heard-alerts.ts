import type { NewsFrame } from '../../../shared/contracts/http/live.ts';
import { createOutboxStore } from '../../../shared/events/outbox-store.ts';
import type { Table } from '../../../shared/table/client.ts';
import type { TestClock } from '../fakes/clock.ts';
import { buildLiveWorld } from './live-world.ts';

/** One frame about an alert, as a client can measure it. */
export interface HeardFrame {
  readonly frame: NewsFrame;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly heardAt: number;
}

/** Half of the time that a connection lives. */
const openFor = 3_600_000;

/** What a seller of `shop` hears of its alerts at an open socket. */
export function hearAlerts(table: Table, clock: TestClock) {
  const live = buildLiveWorld(table, clock);
  const outbox = createOutboxStore(table);
  const publish = live.publisher();
  const heard: HeardFrame[] = [];
  let socket: { readonly connectionId: string; readonly openedAt: number } | undefined;

  const listen = async (): Promise<void> => {
    if (socket && clock.time < socket.openedAt + openFor) return;
    if (socket) await live.cut(socket.connectionId);
    const { body } = await live.ticket('shop');
    const { connectionId, statusCode } = await live.connect(body['ticket'], {
      receive(frame) {
        if ('at' in frame) heard.push({ frame, bytes: Buffer.byteLength(JSON.stringify(frame)), heardAt: clock.time });
      },
    });
    if (statusCode !== 200) throw new Error(`The socket was refused: ${statusCode}`);
    socket = { connectionId, openedAt: clock.time };
  };
  return {
    heard,
    /** Publishes what has been written since, as the stream does; to be called behind each write. */
    async publish(): Promise<void> {
      await listen();
      for (const event of await outbox.unpublished(clock.time + openFor, 100)) {
        if (event.type === 'Alert Raised' || event.type === 'Alert Changed') await publish(event.type, event.detail);
        await outbox.markPublished(event);
      }
    },
  };
}
