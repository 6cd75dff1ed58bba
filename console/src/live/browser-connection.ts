import { ApiProblem } from '../../../clients/api-problem.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import type { NewsFrame } from '../../../shared/contracts/http/live.ts';
import { feedAt, opened, receive, waitBeforeReconnect } from './feed-rules.ts';
import type { FeedState } from './feed-rules.ts';
import { parseFrame } from './frame-text.ts';

/** `waiting`: it has ended, and will be tried again. `stopped`: this person or this shop may not listen now. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'stopped';

export interface LiveListener {
  readonly newTicket: () => Promise<Schemas['LiveTicket']>;
  readonly onState: (state: LiveState) => void;
  readonly onNews: (news: readonly NewsFrame[]) => void;
  /** What is shown may lack something: load it again. */
  readonly onReload: () => void;
}

const pingMilliseconds = 4 * 60_000;
const answerMilliseconds = 10_000;
/** So long before its end, a connection is followed by another. */
const beforeEnd = 60_000;

/** Keeps one connection to the live feed open until `close`, whatever ends it in between. */
export class LiveConnection {
  private feed: FeedState | undefined;
  private socket: WebSocket | undefined;
  private failures = 0;
  private isClosed = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private endTimer: ReturnType<typeof setTimeout> | undefined;
  private answerTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly pingTimer: ReturnType<typeof setInterval>;
  private readonly listener: LiveListener;

  constructor(listener: LiveListener) {
    this.listener = listener;
    this.pingTimer = setInterval(this.ping, pingMilliseconds);
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('online', this.look);
    window.addEventListener('offline', this.lose);
    void this.connect();
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.pingTimer);
    for (const timer of [this.retryTimer, this.endTimer, this.answerTimer]) clearTimeout(timer);
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('online', this.look);
    window.removeEventListener('offline', this.lose);
    // One that is opening still ends once it has: browsers note its early end as an error.
    if (this.socket?.readyState !== WebSocket.CONNECTING) this.socket?.close();
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    try {
      const ticket = await this.listener.newTicket();
      if (this.isClosed) return;
      if (this.feed === undefined) {
        this.feed = feedAt(ticket.cursor);
        this.listener.onReload();
      }
      this.open(ticket);
    } catch (error) {
      const isRefused = error instanceof ApiProblem && (error.status === 403 || error.status === 401);
      if (isRefused) this.listener.onState('stopped');
      else this.retry();
    }
  }

  private open({ url, ticket, connectionEndsAt }: Schemas['LiveTicket']): void {
    const before = this.socket;
    const socket = new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
    this.socket = socket;
    socket.addEventListener('open', () => {
      if (this.isClosed) return socket.close();
      this.failures = 0;
      before?.close();
      if (this.feed) this.feed = opened(this.feed);
      this.catchUp();
      this.listener.onState('live');
    });
    socket.addEventListener('message', ({ data }) => this.take(data));
    socket.addEventListener('close', () => {
      if (this.socket === socket) this.retry();
    });
    clearTimeout(this.endTimer);
    this.endTimer = setTimeout(
      () => void this.connect(),
      Math.max(beforeEnd, Date.parse(connectionEndsAt) - Date.now() - beforeEnd),
    );
  }

  private retry(): void {
    if (this.isClosed || this.retryTimer !== undefined) return;
    this.failures++;
    this.listener.onState('waiting');
    this.retryTimer = setTimeout(() => void this.connect(), waitBeforeReconnect(this.failures, Math.random()));
  }

  private take(text: unknown): void {
    clearTimeout(this.answerTimer);
    const frame = parseFrame(text);
    if (frame === undefined || this.feed === undefined) return;
    const step = receive(this.feed, frame);
    this.feed = step.state;
    if (step.news.length > 0) this.listener.onNews(step.news);
    if (step.mustReload) this.listener.onReload();
    if (step.mustCatchUp) this.catchUp();
  }

  private catchUp(): void {
    this.send({ action: 'catch_up', cursor: String(this.feed?.cursor ?? 0) });
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Only its answer shows that the connection is still one: after a sleep it often is not. */
  private readonly ping = (): void => {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.send({ action: 'ping' });
    clearTimeout(this.answerTimer);
    this.answerTimer = setTimeout(() => this.socket?.close(), answerMilliseconds);
  };

  private readonly look = (): void => {
    if (document.hidden) return;
    if (this.retryTimer === undefined) this.ping();
    else void this.connect();
  };

  /** A socket does not notice by itself that the network has gone. */
  private readonly lose = (): void => {
    const lost = this.socket;
    this.socket = undefined;
    lost?.close();
    this.retry();
  };
}
