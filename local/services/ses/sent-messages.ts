import type { EventEnvelope } from '../events/event-envelope.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import { jsonResponse } from '../../core/http-front-end/http-request.ts';
import { noContent } from '../../core/local-routes/local-routes.ts';
import type { LocalRoutes } from '../../core/local-routes/local-routes.ts';

/** What reached a person, or would have. */
export type SentMessage =
  | {
      readonly channel: 'email';
      /** RFC 3339, on the local clock. */
      readonly at: string;
      readonly from: string;
      readonly to: readonly string[];
      readonly subject: string;
      readonly text?: string;
      readonly html?: string;
      /** From the e-mail's tag of that name. */
      readonly shopId?: string;
    }
  | {
      readonly channel: 'seller_center_message';
      readonly at: string;
      readonly shopId?: string;
      readonly subject?: string;
      readonly text?: string;
    };

export interface SentMessages {
  add(message: SentMessage): void;
  /** To be called by the bus with each event: the marketplace shows a Seller Center message when it is asked to by one. */
  observe(event: Pick<EventEnvelope, 'source' | 'detail-type' | 'detail'>): void;
  /** Oldest first, at most 1,000. */
  recent(): readonly SentMessage[];
  clear(): void;
}

const mostKept = 1_000;

/** Remembers e-mails and Seller Center messages, in memory, for tests and for people who watch. */
export function createSentMessages(clock: Pick<LocalClock, 'now'>): SentMessages {
  let kept: SentMessage[] = [];
  const add = (message: SentMessage): void => {
    kept.push(message);
    if (kept.length > mostKept) kept.shift();
  };
  return {
    add,
    observe({ source, 'detail-type': type, detail }) {
      if (source !== 'ssc' || type !== 'Seller Center Message Requested') return;
      const text = (name: string) => (typeof detail[name] === 'string' ? { [name]: detail[name] } : {});
      const body = typeof detail['body'] === 'string' ? { text: detail['body'] } : {};
      add({
        channel: 'seller_center_message',
        at: new Date(clock.now()).toISOString(),
        ...text('shopId'),
        ...text('subject'),
        ...body,
        ...text('text'),
      });
    },
    recent: () => kept,
    clear: () => {
      kept = [];
    },
  };
}

export function sentMessageRoutes(messages: Pick<SentMessages, 'recent' | 'clear'>): LocalRoutes {
  return {
    'GET /_local/messages': () => jsonResponse(200, { items: messages.recent() }),
    'DELETE /_local/messages': () => {
      messages.clear();
      return noContent;
    },
  };
}
