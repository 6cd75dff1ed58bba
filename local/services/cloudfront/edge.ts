import type { HttpRequest, HttpResponse, RequestHandler } from '../../core/http-front-end/http-request.ts';
import type { Principal } from '../../core/access/access-request.ts';
import type { Buckets } from '../s3/buckets.ts';
import { createCompression } from './compression.ts';
import { loadEdgeFunction } from './edge-function.ts';
import type { BehaviorModel, DistributionModel, ResponseHeader } from './model.ts';

export interface EdgeParts {
  readonly distribution: DistributionModel;
  readonly buckets: Buckets;
  /** The HTTP APIs. */
  readonly api: RequestHandler;
}

/** Serves a distribution as CloudFront does, but for its cache. */
export function createEdge({ distribution, buckets, api }: EdgeParts): RequestHandler {
  const principal: Principal = {
    type: 'service',
    service: 'cloudfront.amazonaws.com',
    sourceArn: distribution.arn,
    label: distribution.path,
  };
  const behaviors = distribution.behaviors.map((behavior) => ({
    ...behavior,
    matches: matcherOf(behavior.pathPattern),
    rewrite: behavior.viewerRequest === undefined ? undefined : loadEdgeFunction(behavior.viewerRequest),
  }));
  const compress = createCompression();
  return async (request) => {
    const behavior = behaviors.find(({ matches }) => matches(request.path));
    if (behavior === undefined || !behavior.methods.includes(request.method)) return refused('Bad request.');
    const uri = behavior.rewrite?.({ method: request.method, uri: request.path }) ?? request.path;
    return withHeaders(await ask(behavior, { ...request, path: uri }), behavior.responseHeaders);
  };

  async function ask({ origin, compresses }: BehaviorModel, request: HttpRequest): Promise<HttpResponse> {
    if (origin.type === 'http_api') return api(request);
    const key = keyOf(request.path);
    const object = key === undefined ? undefined : buckets.read(origin.name, key, principal);
    if (object === undefined) return refused('Access Denied');
    const compressed = compresses ? compress(object, request.headers['accept-encoding'] ?? '') : undefined;
    const headers: [string, string][] = [
      ['content-type', object.contentType],
      // Of the same content in other bytes the tag is a weak one.
      ['etag', compressed === undefined ? object.etag : `W/${object.etag}`],
    ];
    if (object.cacheControl !== undefined) headers.push(['cache-control', object.cacheControl]);
    if (compresses) headers.push(['vary', 'accept-encoding']);
    if (hasAlready(request, object.etag)) return { status: 304, headers, body: '' };
    if (compressed === undefined) return { status: 200, headers, body: object.body };
    return { status: 200, headers: [...headers, ['content-encoding', compressed.encoding]], body: compressed.body };
  }
}

function hasAlready({ headers }: HttpRequest, etag: string): boolean {
  const known = headers['if-none-match']?.split(/,\s*/) ?? [];
  return known.some((tag) => tag.replace(/^W\//, '') === etag);
}

/** The object's key in an address; `undefined` for one that is badly encoded. */
function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}

function matcherOf(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/^\//, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^/${source}$`, 's');
  return (path) => expression.test(path);
}

/** S3 says no more than this of what is not there, and CloudFront of what it does not take. */
function refused(message: string): HttpResponse {
  return { status: 403, headers: [['content-type', 'text/plain']], body: message };
}

function withHeaders(response: HttpResponse, added: readonly ResponseHeader[]): HttpResponse {
  const own = new Set(response.headers.map(([name]) => name.toLowerCase()));
  const overridden = new Set(added.filter(({ overrides }) => overrides).map(({ name }) => name));
  return {
    ...response,
    headers: [
      ...response.headers.filter(([name]) => !overridden.has(name.toLowerCase())),
      ...added
        .filter(({ name, overrides }) => overrides || !own.has(name))
        .map(({ name, value }) => [name, value] as const),
    ],
  };
}
