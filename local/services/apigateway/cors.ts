import type { HttpApiModel } from './model.ts';
import type { HttpRequest, HttpResponse } from '../../core/http-front-end/http-request.ts';

type Cors = NonNullable<HttpApiModel['cors']>;

/** Whether the request is a browser's preflight. */
export function isPreflight({ method, headers }: HttpRequest): boolean {
  return method === 'OPTIONS' && 'origin' in headers && 'access-control-request-method' in headers;
}

/**
 * The answer to a preflight, which an API with a CORS configuration gives in place of its routes and authorizers; an
 * origin that is not allowed gets one without the headers.
 */
export function preflightResponse(cors: Cors, request: HttpRequest): HttpResponse {
  const headers = originHeaders(cors, request);
  if (headers.length === 0) return { status: 204, headers: [], body: '' };
  const also: [string, string][] = [];
  if (cors.allowMethods.length > 0) also.push(['access-control-allow-methods', cors.allowMethods.join(',')]);
  if (cors.allowHeaders.length > 0) also.push(['access-control-allow-headers', cors.allowHeaders.join(',')]);
  if (cors.maxAgeSeconds !== undefined) also.push(['access-control-max-age', String(cors.maxAgeSeconds)]);
  return { status: 204, headers: [...headers, ...also], body: '' };
}

/** Adds the API's CORS headers to an answer, in place of the function's own, which API Gateway ignores. */
export function withCors(response: HttpResponse, cors: Cors | undefined, request: HttpRequest): HttpResponse {
  if (!cors) return response;
  const others = response.headers.filter(([name]) => !name.startsWith('access-control-'));
  const headers = originHeaders(cors, request);
  if (headers.length > 0 && cors.exposeHeaders.length > 0) {
    headers.push(['access-control-expose-headers', cors.exposeHeaders.join(',')]);
  }
  return { ...response, headers: [...others, ...headers] };
}

function originHeaders(cors: Cors, { headers }: HttpRequest): [string, string][] {
  const origin = headers['origin'];
  if (origin === undefined) return [];
  const any = cors.allowOrigins.includes('*');
  if (!any && !cors.allowOrigins.some((allowed) => isCovered(origin, allowed))) return [];
  const pairs: [string, string][] = [['access-control-allow-origin', any ? '*' : origin]];
  if (!any) pairs.push(['vary', 'origin']);
  if (cors.allowCredentials) pairs.push(['access-control-allow-credentials', 'true']);
  return pairs;
}

/**
 * `https://*` allows every origin of that scheme. `:*` in place of a port is this runtime's own, which API Gateway does
 * not know: only the local stage's template holds it, since the port of a development server is anybody's choice.
 */
function isCovered(origin: string, allowed: string): boolean {
  if (allowed.endsWith('://*')) return origin.startsWith(allowed.slice(0, -1));
  if (allowed.endsWith(':*')) return origin.replace(/:\d{1,5}$/, '') === allowed.slice(0, -2);
  return origin === allowed;
}
