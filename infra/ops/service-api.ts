import { setTimeout as sleep } from 'node:timers/promises';
import { type Signer, signedFetch } from '../local/demo/signed-fetch.ts';

/** The service API as ops call it. */
export interface ServiceApi {
  readonly url: string;
  /**
   * The body of a successful answer. What may pass is asked again, so only for requests that may be repeated.
   *
   * @throws ServiceRefusal for any other answer; Error when none comes.
   */
  call(method: 'GET' | 'PUT', path: string, body?: unknown): Promise<unknown>;
}

/** The API's own words for what it refused. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface ServiceApiOptions {
  readonly url: string;
  /** Asked before each request: credentials of a role end within the hour. */
  readonly signer: () => Promise<Signer>;
  readonly mostAttempts?: number;
}

const passing = [429, 500, 502, 503, 504];
const answerWithinMilliseconds = 30_000;

export function createServiceApi({ url, signer, mostAttempts = 6 }: ServiceApiOptions): ServiceApi {
  const attempt = async (method: string, path: string, body: unknown): Promise<Response> => {
    const signal = AbortSignal.timeout(answerWithinMilliseconds);
    try {
      return await signedFetch(await signer(), `${url}${path}`, { method, body, signal });
    } catch (error) {
      // `fetch failed` says nothing; its cause does.
      throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
    }
  };
  return {
    url,
    async call(method, path, body) {
      for (let attempts = 1; ; attempts++) {
        const last = attempts >= mostAttempts;
        const response = await attempt(method, path, body).catch(async (error: unknown) => {
          if (last || !isNetworkError(error)) throw error;
          return undefined;
        });
        if (response?.ok) return response.json();
        if (response && (last || !passing.includes(response.status))) throw await toRefusal(response);
        await sleep(Math.random() * Math.min(5000, 200 * 2 ** attempts));
      }
    },
  };
}

function isNetworkError(error: unknown): boolean {
  return error instanceof Error && ('code' in error || error.name === 'TimeoutError');
}

/** Problem details name what is wrong; API Gateway itself says only `{"message"}`. */
async function toRefusal(response: Response): Promise<ServiceRefusal> {
  const text = await response.text();
  const { code, detail, errors, message } = toProblem(text);
  const fields = (errors ?? []).map(({ path, message: what }) => `${path} ${what}`).join('; ');
  const words = [response.status, code, fields || detail || message].filter(Boolean).join(' ');
  return new ServiceRefusal(response.status, words);
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

function toProblem(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
