import { setTimeout as sleep } from 'node:timers/promises';
import type { Signer } from '../clients/signed-fetch.ts';
import { signedFetch } from '../clients/signed-fetch.ts';
import { refusalOf, ServiceRefusal } from './service-refusal.ts';

/** The service API as ops call it. */
export interface ServiceApi {
  readonly url: string;
  /**
   * The body of a successful answer. What may pass is asked again, so only for requests that may be repeated.
   *
   * @param hurry when it aborts, nothing is asked again any more.
   * @throws ServiceRefusal for any other answer; Error when none comes.
   */
  call(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown, hurry?: AbortSignal): Promise<unknown>;
}

export interface ServiceApiOptions {
  readonly url: string;
  /** Asked before each request: credentials of a role end within the hour. */
  readonly signer: () => Promise<Signer>;
  readonly mostAttempts?: number;
  readonly answerWithinMilliseconds?: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What `Retry-After` asks for. */
  readonly waitMilliseconds: number;
}

const passing = [429, 500, 502, 503, 504];
/** Whoever asks for more is not waited for: a person sits before this. */
const longestWaitMilliseconds = 30_000;

export function createServiceApi(options: ServiceApiOptions): ServiceApi {
  const { url, signer, mostAttempts = 6, answerWithinMilliseconds = 30_000 } = options;
  const attempt = async (method: string, path: string, body: unknown): Promise<Answer> => {
    const signature = await signer();
    const signal = AbortSignal.timeout(answerWithinMilliseconds);
    try {
      const response = await signedFetch(signature, `${url}${path}`, { method, body, signal });
      const seconds = Number(response.headers.get('retry-after') ?? 0);
      const waitMilliseconds = seconds > 0 ? Math.min(longestWaitMilliseconds, seconds * 1000) : 0;
      // The body is part of the attempt: connections break in the middle of it, too.
      return { status: response.status, text: await response.text(), waitMilliseconds };
    } catch (error) {
      throw explain(error, answerWithinMilliseconds);
    }
  };
  return {
    url,
    async call(method, path, body, hurry) {
      for (let attempts = 1; ; attempts++) {
        const last = () => attempts >= mostAttempts || (hurry?.aborted ?? false);
        const answer = await attempt(method, path, body).catch((error: unknown) => {
          if (last() || !isRetryable(error)) throw error;
        });
        if (answer && answer.status >= 200 && answer.status < 300) return parseBody(answer);
        if (answer && (last() || !passing.includes(answer.status))) throw refusalOf(answer);
        const pause = Math.random() * Math.min(5000, 200 * 2 ** attempts);
        // Cut short, it asks once more and takes what comes: the row is then done or not, and that is known.
        await sleep((answer?.waitMilliseconds ?? 0) + pause, undefined, hurry ? { signal: hurry } : {}).catch(
          () => undefined,
        );
      }
    },
  };
}

/**
 * Whether the next request would end the same way, whatever it asks: credentials that are wrong or have expired, another
 * API's address, an answer that nobody can read.
 */
export function isHopeless(error: unknown): boolean {
  return error instanceof ServiceRefusal ? [401, 403, 404].includes(error.status) : !isRetryable(error);
}

/** Of the network: errors of Node.js's sockets have a code, and a time that ran out has its name. */
function isRetryable(error: unknown): boolean {
  return error instanceof Error && ('code' in error || error.name === 'TimeoutError');
}

/** `fetch failed` says nothing; its cause does. */
function explain(error: unknown, milliseconds: number): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'TimeoutError')
    return Object.assign(new Error(`no answer within ${milliseconds / 1000} s`, { cause: error }), {
      name: 'TimeoutError',
    });
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return error;
  // Of a name with several addresses, none of which answered, only the single errors have words.
  const [first] = error.cause instanceof AggregateError ? (error.cause.errors as unknown[]) : [];
  return first instanceof Error ? first : error.cause;
}

function parseBody({ status, text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${status}, but what came is no JSON: is this the service API?`, { cause: error });
  }
}
