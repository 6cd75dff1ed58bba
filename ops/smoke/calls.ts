import { setTimeout as sleep } from 'node:timers/promises';
import { signedFetch } from '../../clients/signed-fetch.ts';
import type { Signer } from '../../clients/signed-fetch.ts';
import { SmokeFailure } from './failure.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A seller's request has a token, all others a signature. */
  readonly by: { readonly token: string } | { readonly signer: Signer };
}

/** Sends requests, and remembers what the last answer is called in the logs. */
export interface Calls {
  /** What may pass is asked again for some seconds: each request here may be repeated. Any other answer is for the step to judge. */
  send(request: Request): Promise<Answer>;
  lastRequestId(): string | undefined;
}

const passing = [429, 500, 502, 503, 504];
const answerWithinMilliseconds = 30_000;

/** @param mostAttempts of one request, with growing pauses in between. */
export function createCalls(mostAttempts = 5): Calls {
  let lastRequestId: string | undefined;
  const attempt = async ({ method, url, headers = {}, body, by }: Request): Promise<Answer> => {
    const signal = AbortSignal.timeout(answerWithinMilliseconds);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response =
      'signer' in by
        ? await signedFetch(by.signer, url, { method, headers, body: text, signal })
        : await fetch(url, {
            method,
            headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json', ...headers },
            ...(text === undefined ? {} : { body: text }),
            signal,
          });
    const answer = { status: response.status, headers: response.headers, body: parse(await response.text()) };
    lastRequestId = requestIdOf(answer) ?? lastRequestId;
    return answer;
  };
  return {
    lastRequestId: () => lastRequestId,
    async send(request) {
      for (let attempts = 1; ; attempts += 1) {
        const last = attempts >= mostAttempts;
        const answer = await attempt(request).catch((error: unknown) => {
          if (!last) return undefined;
          throw new SmokeFailure(`${request.method} ${request.url}: no answer, ${reasonOf(error)}`, { cause: error });
        });
        if (answer && (last || !passing.includes(answer.status))) return answer;
        await sleep(200 * 2 ** attempts);
      }
    },
  };
}

/** Ours stands in the problem document, API Gateway's and AWS's own in a header. */
function requestIdOf({ headers, body }: Answer): string | undefined {
  const named = (body as { requestId?: unknown } | null | undefined)?.requestId;
  if (typeof named === 'string') return named;
  return headers.get('apigw-requestid') ?? headers.get('x-amzn-requestid') ?? undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
