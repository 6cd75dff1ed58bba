import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CatchUpStore } from './catch-up-store.ts';
import type { ConnectionStore } from './connection-store.ts';
import { catchUpRequest, pingRequest } from '../contracts/http/live.ts';
import type { LiveFrame } from '../contracts/http/live.ts';
import { catchUpWay, groupBySize, isUnbroken } from './feed-rules.ts';
import type { Sequence } from './feed-rules.ts';
import type { FeedStore } from './feed-store.ts';
import type { FrameSender } from './frame-sender.ts';
import { toFrame } from './publish-live.ts';

export interface AnswerDeps {
  readonly connections: ConnectionStore;
  readonly catchUps: CatchUpStore;
  readonly feed: FeedStore;
  readonly sender: FrameSender;
  readonly clock: Clock;
}

/** API Gateway counts and sends 32 KB as one message; it takes 128 KB. */
const mostBytes = 32 * 1024 - Buffer.byteLength('{"type":"events","items":[]}');

/** Sends frames to one client, in their order, until it is gone. */
interface Line {
  readonly scope: ShopScope;
  readonly head: Sequence;
  say(...frames: readonly (LiveFrame | string)[]): Promise<void>;
}

/**
 * The line to a client whose token has not ended and whose shop still has access. Anyone else is disconnected, as is who was
 * forgotten while the connection opened, and would otherwise wait for pushes that never come.
 */
async function openLine({ connections, sender, clock }: AnswerDeps, connectionId: string): Promise<Line | undefined> {
  const say: Line['say'] = async (...frames) => {
    for (const frame of frames) {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
      if ((await sender.post(connectionId, text)) === 'gone') return;
    }
  };
  const connection = await connections.read(connectionId);
  const scope = connection && platformScope(connection.shopId, 'live');
  const standing = scope && (await connections.standing(scope));
  const hasEnded = connection !== undefined && connection.until <= clock.now();
  if (scope && standing?.accessIsActive && !hasEnded) return { scope, head: standing.head, say };
  await say(hasEnded ? signedOut : shutOut);
  await sender.close(connectionId);
  if (connection) await connections.forget(connection);
  return undefined;
}

const signedOut: LiveFrame = {
  type: 'error',
  code: 'unauthenticated',
  message: 'The token that opened this connection has ended; connect with a ticket of a new one.',
};
const shutOut: LiveFrame = {
  type: 'error',
  code: 'access_not_active',
  message: 'This connection is no longer open to the shop.',
};

/** Longer than the function may take: one that died in the middle lets the next one in then. */
const longestCatchUp = 30_000;
const oneAtATime: LiveFrame = {
  type: 'error',
  code: 'too_many_requests',
  message: 'This connection is catching up already.',
};

/** Everything after the client's cursor, in order, and that this is all; or that it has to load its lists again. */
export async function catchUp(deps: AnswerDeps, connectionId: string, message: unknown): Promise<void> {
  const line = await openLine(deps, connectionId);
  const request = catchUpRequest.safeParse(message);
  if (!line) return;
  if (!request.success) return line.say(invalid('catch_up takes a cursor: {"action":"catch_up","cursor":"123"}'));
  const now = deps.clock.now();
  if (!(await deps.catchUps.begin(connectionId, now, now + longestCatchUp))) return line.say(oneAtATime);
  let last: LiveFrame;
  try {
    last = await tellMissed(deps, line, request.data.cursor);
  } finally {
    await deps.catchUps.end(connectionId);
  }
  // Behind the end: a client may ask for more as soon as it reads this.
  await line.say(last);
}

/** @returns what ends the answer. */
async function tellMissed(deps: AnswerDeps, { head, scope, say }: Line, from: string): Promise<LiveFrame> {
  const cursor = Number(from);
  const way = catchUpWay(cursor, head);
  const entries = way === 'entries' ? await deps.feed.between(scope, cursor, head) : [];
  if (way === 'resync' || !isUnbroken(entries, cursor, head)) return { type: 'resync_needed', cursor: String(head) };
  const texts = entries.map(({ sequence, news }) => JSON.stringify(toFrame(sequence, news)));
  const frames = groupBySize(texts, mostBytes, Buffer.byteLength).map(
    (group) => `{"type":"events","items":[${group.join(',')}]}`,
  );
  await say(...frames);
  return { type: 'caught_up', cursor: String(head) };
}

/** A ping, which keeps the connection and tells how far the feed goes; anything else is an error. */
export async function answerOther(deps: AnswerDeps, connectionId: string, message: unknown): Promise<void> {
  const line = await openLine(deps, connectionId);
  if (!line) return;
  if (pingRequest.safeParse(message).success) return line.say({ type: 'pong', cursor: String(line.head) });
  await line.say(invalid('Send {"action":"catch_up","cursor":"…"} or {"action":"ping"}.'));
}

function invalid(message: string): LiveFrame {
  return { type: 'error', code: 'validation_failed', message };
}
