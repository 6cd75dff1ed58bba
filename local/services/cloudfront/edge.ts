import type { HttpRequest, HttpResponse, RequestHandler } from '../../core/http-front-end/http-request.ts';
import type { Principal } from '../../core/access/access-request.ts';
import type { Buckets } from '../s3/buckets.ts';
import { loadEdgeFunction } from './edge-function.ts';
import type { BehaviorModel, DistributionModel, ResponseHeader } from './model.ts';

export interface EdgeParts {
  readonly distribution: DistributionModel;
  readonly buckets: Buckets;
  /** The HTTP APIs. */
  readonly api: RequestHandler;
}

/** Serves a distribution as CloudFront does, but for caches and compression. */
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
  return async (request) => {
    const behavior = behaviors.find(({ matches }) => matches(request.path));
    if (behavior === undefined || !behavior.methods.includes(request.method)) return refused('Bad request.');
    const uri = behavior.rewrite?.({ method: request.method, uri: request.path }) ?? request.path;
    return withHeaders(await ask(behavior, { ...request, path: uri }), behavior.responseHeaders);
  };

  async function ask({ origin }: BehaviorModel, request: HttpRequest): Promise<HttpResponse> {
    if (origin.type === 'http_api') return api(request);
    const key = keyOf(request.path);
    const object = key === undefined ? undefined : buckets.read(origin.name, key, principal);
    if (object === undefined) return refused('Access Denied');
    const headers: [string, string][] = [
      ['content-type', object.contentType],
      ['etag', object.etag],
      ...(object.cacheControl === undefined ? [] : [['cache-control', object.cacheControl] as [string, string]]),
    ];
    const isKnown = request.headers['if-none-match']?.split(/,\s*/).includes(object.etag) === true;
    return isKnown ? { status: 304, headers, body: '' } : { status: 200, headers, body: object.body };
  }
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
