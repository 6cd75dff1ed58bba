import type * as z from 'zod';
import type { EntityVersion } from '../../kernel/entity-version.ts';
import type { ErrorCode } from '../../kernel/errors.ts';

type Shape = z.ZodObject;

/** One route as data: the requests are parsed by it, the replies checked by it, and the OpenAPI document made from it. */
export interface RouteContract<
  Path extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As API Gateway writes it, e.g. `/v1/shops/{shopId}/blocks`. */
  readonly path: string;
  readonly summary: string;
  readonly api: 'seller' | 'service' | 'open';
  readonly pathParameters: Path;
  readonly query: Query;
  /** Absent when the route takes no body. */
  readonly body?: Body;
  /** Beside JSON: what else a body can come as, which its route then reads. */
  readonly bodyAlsoAs?: 'text/csv';
  /** Bytes of a body at most, where that is not as everywhere. */
  readonly largestBody?: number;
  /** A request without any body is read as `{}`. */
  readonly bodyMayBeMissing?: boolean;
  readonly success: number;
  /** Absent when the success has no body (204). */
  readonly reply?: Reply;
  /** Media type of a success that is no JSON: a text, which goes out as it is. */
  readonly replyType?: string;
  /** Headers of the success that the caller is to read, e.g. `Location`. */
  readonly replyHeaders?: Shape;
  /** The success shows one object that changes, if there is one: it carries its `ETag`, and a `GET` takes `If-None-Match`. */
  readonly showsOne?: 'always' | 'if_there_is_one';
  /** The success is large, and holds no secret beside what the caller sent: compressed for those who take it. */
  readonly isCompressed?: true;
  /** Takes `If-Match`. */
  readonly takesIfMatch?: true;
  readonly errors: readonly ErrorCode[];
  /** Takes an `Idempotency-Key`; refused to viewers. */
  readonly writes: boolean;
  /** Refused to agents, too. */
  readonly ownersOnly?: true;
}

/** What a handler answers with. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** Of the one object that the body shows. */
  readonly shows?: EntityVersion | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}
