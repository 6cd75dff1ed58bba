import { WebSocket } from 'ws';
import type { LiveConnection, LiveConnections, LocalClock } from '../ports.ts';
import { LARGEST_FRAME } from './frame-meter.ts';
import type { ConnectionFacts } from './socket-events.ts';

/** API Gateway's quotas, which cannot be raised; counted by the local clock, so that time travel ends connections. */
const IDLE_MILLISECONDS = 10 * 60_000;
const LIFETIME_MILLISECONDS = 2 * 60 * 60_000;
/** What may wait for a client that does not read. AWS says that there is such a limit, not which. */
const LARGEST_BACKLOG = 1024 * 1024;
const LOOK_EVERY_MILLISECONDS = 1_000;
/** How long a client may take to answer that it closes too, before it is cut off. */
const CLOSING_MILLISECONDS = 1_000;

export interface Ending {
  readonly code: number;
  readonly reason: string;
}

export interface Connection extends LiveConnection {
  readonly facts: ConnectionFacts;
  /** A message came: the connection is not idle. */
  heard(): void;
  /** Ends it from this side. */
  end(ending: Ending): void;
  /** How this side ended it, if it did: the client's answer to that says less. */
  ended(): Ending | undefined;
}

export interface Connections extends LiveConnections {
  add(socket: WebSocket, facts: ConnectionFacts): Connection;
  /** Ends all. */
  close(): Promise<void>;
}

/** The open connections of all WebSocket APIs. They live in memory only: a restart ends them, as a crash would. */
export function createConnections(clock: LocalClock): Connections {
  const open = new Map<string, { readonly socket: WebSocket; readonly connection: Connection }>();
  const endOverdue = (): void => {
    const now = clock.now();
    for (const { connection } of open.values()) {
      const { lastActiveAt, facts } = connection;
      if (now - lastActiveAt < IDLE_MILLISECONDS && now - facts.connectedAt < LIFETIME_MILLISECONDS) continue;
      connection.end({ code: 1001, reason: 'Going away' });
    }
  };
  clock.onAdvance(endOverdue);
  const timer = setInterval(endOverdue, LOOK_EVERY_MILLISECONDS).unref();

  return {
    add(socket, facts) {
      const connection = createConnection(socket, facts, clock);
      open.set(facts.id, { socket, connection });
      socket.once('close', () => open.delete(facts.id));
      return connection;
    },
    find(apiId, connectionId) {
      const found = open.get(connectionId);
      const isOpen = found?.socket.readyState === WebSocket.OPEN && found.connection.facts.api.id === apiId;
      return isOpen ? found.connection : undefined;
    },
    async close() {
      clearInterval(timer);
      const all = [...open.values()];
      const closed = all.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
      for (const { socket, connection } of all) {
        if (socket.readyState === WebSocket.OPEN) connection.end({ code: 1001, reason: 'Going away' });
        else socket.terminate();
      }
      await Promise.all(closed);
    },
  };
}

function createConnection(socket: WebSocket, facts: ConnectionFacts, clock: LocalClock): Connection {
  let lastActiveAt = facts.connectedAt;
  let ended: Ending | undefined;
  const end = (ending: Ending): void => {
    if (ended !== undefined || socket.readyState !== WebSocket.OPEN) return;
    ended = ending;
    socket.close(ending.code, ending.reason);
    const late = setTimeout(() => socket.terminate(), CLOSING_MILLISECONDS);
    socket.once('close', () => clearTimeout(late));
  };
  return {
    facts,
    connectedAt: facts.connectedAt,
    get lastActiveAt() {
      return lastActiveAt;
    },
    identity: { sourceIp: facts.sourceIp, userAgent: facts.userAgent ?? '' },
    heard() {
      lastActiveAt = clock.now();
    },
    post(data) {
      if (socket.bufferedAmount > LARGEST_BACKLOG) return false;
      lastActiveAt = clock.now();
      // In frames that are no larger than those that API Gateway takes and sends.
      for (let at = 0; at === 0 || at < data.length; at += LARGEST_FRAME) {
        const fin = at + LARGEST_FRAME >= data.length;
        socket.send(data.subarray(at, at + LARGEST_FRAME), { binary: false, fin });
      }
      return true;
    },
    disconnect: () => end({ code: 1000, reason: 'Connection Closed Normally' }),
    end,
    ended: () => ended,
  };
}
