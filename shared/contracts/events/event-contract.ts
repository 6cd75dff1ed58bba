import type * as z from 'zod';
import type { eventFields } from './parts/fields.ts';

/** One event of the bus as data: publishers are typed by it, consumers read by it, and its examples, its rule and `docs/events.md` follow from it. */
export interface EventContract<Detail extends z.ZodType = z.ZodType> {
  readonly source: string;
  /** EventBridge's `detail-type`, e.g. `Buyer Erased`. */
  readonly type: string;
  /** Unknown fields are tolerated, since publishers add some; known ones must be right. */
  readonly detail: Detail;
}

/** What people have to know about an event beside its fields. Plain values, which leave a bundle that does not use them. */
export interface EventNotes {
  /** Who puts it on the bus. */
  readonly publisher: string;
  /** What has happened when it comes. */
  readonly when: string;
  /** What is done with it: of an event that comes in, by us; of one of ours, what it is for outside, and what a receiver must do. */
  readonly receiver: string;
  readonly order: string;
  readonly duplicates: string;
}

type EventShape = typeof eventFields & z.core.$ZodLooseShape;

/** An event as a consumer reads it that needs these fields alone: what is wrong with another one cannot stop it. */
export function pickFields<Type extends string, Shape extends EventShape, Field extends keyof Shape & string>(
  event: EventContract<z.ZodObject<Shape>> & { readonly type: Type },
  ...fields: readonly Field[]
) {
  const mask = Object.fromEntries(['version', 'eventId', ...fields].map((field) => [field, true]));
  const detail = event.detail.pick(mask as never) as unknown as z.ZodObject<
    Pick<Shape, Field | keyof typeof eventFields>
  >;
  return { ...event, detail };
}
