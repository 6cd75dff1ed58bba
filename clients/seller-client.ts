import createClient from 'openapi-fetch';
import type { Client, Middleware } from 'openapi-fetch';
import { problemOf } from './api-problem.ts';
import type { components, paths } from './generated/seller-api.ts';
import { isRead, platformParts, retryingFetch } from './retrying-fetch.ts';
import type { RetryParts } from './retrying-fetch.ts';

/** What the API shows, by the names of its OpenAPI document, e.g. `Schemas['Block']`. */
export type Schemas = components['schemas'];
export type SellerClient = Client<paths>;

export interface SellerClientOptions {
  /** Where the API is, e.g. `https://api.example.com`; in a browser, `location.origin` where one address serves both. */
  readonly baseUrl: string;
  /**
   * The seller's access token, asked for with each request. `isRefused`: the API has refused the one before; with the
   * same one, or none, the refusal stands.
   */
  readonly accessToken: (need: { readonly isRefused: boolean }) => Promise<string | undefined>;
  /** For tests, and for programs with a `fetch` of their own. */
  readonly parts?: Partial<RetryParts>;
}

/**
 * A client with a method for each HTTP method, typed by path: `client.GET('/v1/shops/{shopId}/access', { params })`. It
 * answers with `data`, or throws an `ApiProblem`.
 */
export function createSellerClient({ baseUrl, accessToken, parts }: SellerClientOptions): SellerClient {
  const send = retryingFetch({ ...platformParts, ...parts });
  const client = createClient<paths>({ baseUrl, fetch: authorized(send, accessToken) });
  client.use(keyed, throwsProblems);
  return client;
}

/** What a call has answered with; for answers that always have a body. */
export async function dataOf<Data>(
  call: Promise<{ readonly data?: Data; readonly response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, response } = await call;
  if (data === undefined || data === null) throw await problemOf(response);
  return data;
}

/** Sends each request with the token of the moment, and once more with a new one where that was refused. */
function authorized(
  send: (request: Request) => Promise<Response>,
  accessToken: SellerClientOptions['accessToken'],
): (request: Request) => Promise<Response> {
  return async (request) => {
    const token = await accessToken({ isRefused: false });
    const response = await send(withToken(request.clone(), token));
    if (response.status !== 401) return response;
    const another = await accessToken({ isRefused: true });
    return another === undefined || another === token ? response : send(withToken(request, another));
  };
}

function withToken(request: Request, token: string | undefined): Request {
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

/** A write is done once, however often it is sent: its key is made here, unless the caller has one, and kept over all repetitions. */
const keyed: Middleware = {
  onRequest({ request }) {
    if (!isRead(request) && !request.headers.has('Idempotency-Key'))
      request.headers.set('Idempotency-Key', crypto.randomUUID());
    return request;
  },
};

const throwsProblems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
};
