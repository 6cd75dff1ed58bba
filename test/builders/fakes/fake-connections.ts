import type { LiveFrame } from '../../../shared/contracts/http/live.ts';
import type { CatchUpStore } from '../../../shared/live/catch-up-store.ts';
import type { ConnectionStore, LiveConnection } from '../../../shared/live/connection-store.ts';
import type { FrameSender } from '../../../shared/live/frame-sender.ts';
import { noon } from './clock.ts';

/**
 * Live connections of shop `s`, kept in memory: the store knows those of `known`, and a socket stands open for each of `open`.
 * What is given to `fail` happens at the next call of the management API.
 */
export function fakeConnections() {
  const known = new Map<string, LiveConnection>();
  const catchingUp = new Map<string, number>();
  const open = new Set<string>();
  const frames: (readonly [connectionId: string, frame: LiveFrame])[] = [];
  const closed: string[] = [];
  const failures: Error[] = [];
  const state = { accessIsActive: true, head: 0, closing: 0, mostClosing: 0 };
  const answer = (): void => {
    const failure = failures.shift();
    if (failure) throw failure;
  };

  const connections: ConnectionStore = {
    async open(_hash, { shopId, subject, until }, connectionId, now) {
      if (!state.accessIsActive) return false;
      known.set(connectionId, { connectionId, shopId, subject, connectedAt: now, until });
      return true;
    },
    read: async (connectionId) => known.get(connectionId),
    standing: async () => ({ accessIsActive: state.accessIsActive, head: state.head }),
    ofShop: async ({ shopId }, _now, limit) =>
      [...known.values()].filter((connection) => connection.shopId === shopId).slice(0, limit),
    forget: async ({ connectionId }) => void known.delete(connectionId),
  };
  const catchUps: CatchUpStore = {
    async begin(connectionId, now, until) {
      if (!known.has(connectionId) || (catchingUp.get(connectionId) ?? 0) > now) return false;
      catchingUp.set(connectionId, until);
      return true;
    },
    end: async (connectionId) => void catchingUp.delete(connectionId),
  };
  const sender: FrameSender = {
    async post(connectionId, text) {
      answer();
      if (!open.has(connectionId)) return 'gone';
      frames.push([connectionId, JSON.parse(text) as LiveFrame]);
      return 'sent';
    },
    async close(connectionId) {
      state.closing += 1;
      state.mostClosing = Math.max(state.mostClosing, state.closing);
      await new Promise((resolve) => setImmediate(resolve));
      state.closing -= 1;
      answer();
      if (!open.delete(connectionId)) return 'gone';
      closed.push(connectionId);
      return 'closed';
    },
  };

  return {
    connections,
    catchUps,
    sender,
    state,
    frames,
    closed,
    /** Who the store still knows. */
    known: () => [...known.keys()],
    fail: (...errors: readonly Error[]) => void failures.push(...errors),
    /** Somebody is connected; `isOpen: false` while their socket is not open yet, or no more. */
    connect(
      connectionId: string,
      { isOpen = true, ...overrides }: Partial<LiveConnection> & { isOpen?: boolean } = {},
    ) {
      const until = noon + 7_200_000;
      known.set(connectionId, { connectionId, shopId: 's', subject: 'ann', connectedAt: noon, until, ...overrides });
      if (isOpen) open.add(connectionId);
    },
  };
}
