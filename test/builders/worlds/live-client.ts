import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { LiveFrame, NewsFrame } from '../../../shared/contracts/http/live.ts';
import { createLiveReader } from './live-reader.ts';

export interface LiveTicket {
  readonly ticket: string;
  readonly url: string;
  readonly cursor: string;
}

export interface LiveClientOptions {
  /** Asks for a ticket; each opens one connection. Rejects when the shop has no access. */
  readonly ticket: () => Promise<LiveTicket>;
  readonly onNews: (news: NewsFrame) => void;
  readonly onResync?: () => void;
}

export interface LiveClient {
  cursor(): number;
  isOpen(): boolean;
  /** Whether it has all that it has heard of. */
  isCaughtUp(): boolean;
  /** Cuts the connection as a lost network does; it then connects again and catches up. */
  cut(): void;
  /** Resolves when it does not connect again, because it gets no ticket. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** How long to wait before connecting again. */
const pauseMilliseconds = 20;
/** A push that failed shows only in the answer to a ping; on AWS every few minutes will do. */
const pingEveryMilliseconds = 1000;
/** How long an answer may take before the connection is given up. */
const patienceMilliseconds = 4000;

/** Connects by ticket, and again whenever the connection ends, until it gets no ticket; tells each entry of the feed once, in order. */
export async function startLiveClient({ ticket, onNews, onResync }: LiveClientOptions): Promise<LiveClient> {
  let socket: WebSocket | undefined;
  let isClosing = false;
  const first = await ticket();
  const reader = createLiveReader({
    cursor: first.cursor,
    onNews,
    ...(onResync && { onResync }),
    onError: () => socket?.close(),
  });

  const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN;

  async function serve({ url, ticket: used }: LiveTicket): Promise<void> {
    const opening = new WebSocket(`${url}?ticket=${used}`, { perMessageDeflate: false });
    socket = opening;
    // A connection that cannot be opened tells of its error and then closes.
    opening.on('error', () => undefined);
    const closed = new Promise((resolve) => opening.once('close', resolve));
    let heardAt = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - heardAt > patienceMilliseconds) opening.terminate();
      else if (isOpen()) opening.send(JSON.stringify({ action: 'ping' }));
    }, pingEveryMilliseconds);
    opening.on('open', () => reader.opened((message) => opening.send(JSON.stringify(message))));
    opening.on('message', (data: Buffer) => {
      heardAt = Date.now();
      reader.receive(JSON.parse(data.toString()) as LiveFrame);
    });
    await closed;
    clearInterval(timer);
  }

  async function run(): Promise<void> {
    for (let next: LiveTicket | undefined = first; next && !isClosing; next = await ticket().catch(() => undefined)) {
      await serve(next);
      await sleep(pauseMilliseconds);
    }
  }

  const ended = run();
  return {
    cursor: () => reader.cursor(),
    isOpen,
    isCaughtUp: () => isOpen() && reader.isCaughtUp(),
    cut: () => socket?.terminate(),
    ended,
    async close() {
      isClosing = true;
      socket?.close();
      await ended;
    },
  };
}
