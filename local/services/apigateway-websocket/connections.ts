import { WebSocket } from 'ws';
import type { LocalClock } from '../../core/state/clock.ts';
import { largestFrame } from './frame-meter.ts';
import type { ConnectionFacts } from './socket-events.ts';

/** A client's open WebSocket connection, as functions see it. */
export interface LiveConnection {
  /** Epoch milliseconds on the local clock. */
  readonly connectedAt: number;
  readonly lastActiveAt: number;
  readonly identity: { readonly sourceIp: string; readonly userAgent: string };
  /** Sends one text message; false when too much waits for a client that does not read. */
  post(data: Uint8Array): boolean;
  disconnect(): void;
}

export interface LiveConnections {
  /** Undefined for one that is not open yet, or no longer. */
  find(apiId: string, connectionId: string): LiveConnection | undefined;
}

/** API Gateway's quotas, which cannot be raised; counted by the local clock, so that time travel ends connections. */
const idleMilliseconds = 10 * 60_000;
const lifetimeMilliseconds = 2 * 60 * 60_000;
/** What may wait for a client that does not read. AWS says that there is such a limit, not which. */
const largestBacklog = 1024 * 1024;
const lookEveryMilliseconds = 1_000;
/** How long a client may take to answer that it closes too, before it is cut off. */
const closingMilliseconds = 1_000;

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
      if (now - lastActiveAt < idleMilliseconds && now - facts.connectedAt < lifetimeMilliseconds) continue;
      connection.end({ code: 1001, reason: 'Going away' });
    }
  };
  clock.onAdvance(endOverdue);
  const timer = setInterval(endOverdue, lookEveryMilliseconds).unref();

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
    const late = setTimeout(() => socket.terminate(), closingMilliseconds);
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
      if (socket.bufferedAmount > largestBacklog) return false;
      lastActiveAt = clock.now();
      // In frames that are no larger than those that API Gateway takes and sends.
      for (let at = 0; at === 0 || at < data.length; at += largestFrame) {
        const fin = at + largestFrame >= data.length;
        socket.send(data.subarray(at, at + largestFrame), { binary: false, fin });
      }
      return true;
    },
    disconnect: () => end({ code: 1000, reason: 'Connection Closed Normally' }),
    end,
    ended: () => ended,
  };
}
