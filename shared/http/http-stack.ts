import { gzipSync } from 'node:zlib';
import { createLogger } from '../logs/logger.ts';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { correlated, firstCorrelationId } from '../logs/correlation.ts';
import { traceOf } from '../kernel/error-trace.ts';
import { AppError } from '../kernel/errors.ts';
import { entityTag, includesTag, parseEntityTags } from './entity-tag.ts';
import { acceptsGzip } from './accepted-encoding.ts';
import { methodsAt, methodsOf } from '../contracts/http/methods.ts';
import { problemHeaders, toProblem } from './problem.ts';
import type { Reply, RouteContract } from '../contracts/http/route-contract.ts';

/** A route bound to what it does. */
export interface BoundRoute {
  readonly contract: RouteContract;
  handle(event: APIGatewayProxyEventV2, context: Context): Promise<Reply>;
}

type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = createLogger();

/**
 * The stack of every HTTP function: routes, replies checked against their contract, errors as
 * problem details. What is logged of an error is its kind and place, never the request.
 *
 * @param known all contracts whose paths exist, for a function that answers what no route matches.
 */
export function httpStack(
  routes: readonly BoundRoute[],
  known: readonly RouteContract[] = routes.map(({ contract }) => contract),
): HttpHandler {
  const router = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: routes.flatMap((route) =>
      methodsOf(route.contract).map((method) => ({
        method,
        path: route.contract.path,
        handler: async (event: APIGatewayProxyEventV2, context: Context) =>
          toResult(route.contract, await route.handle(event, context), event.headers),
      })),
    ),
    notFoundResponse: ({ method, path }) => {
      throw noRoute(methodsAt(known, path), method);
    },
  });
  const stack = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use({
      after: (request) => {
        if (request.event.requestContext.http.method === 'HEAD') request.response = withoutBody(request.response);
      },
    })
    .use({
      onError: (request) => {
        const problem = toProblem(request.error, request.event.requestContext.requestId);
        if (problem.status >= 500) logFailure(problem.code, request.error);
        const result = problemResult(problem, problemHeaders(request.error, problem.status));
        request.response = request.event.requestContext.http.method === 'HEAD' ? withoutBody(result) : result;
      },
    })
    .handler(router) as unknown as HttpHandler;
  return (event, context) =>
    correlated(firstCorrelationId(event.requestContext.requestId), () => stack(event, context));
}

function noRoute(allowed: readonly string[], method: string): AppError {
  if (allowed.length === 0) return new AppError('not_found', 'There is no such route.');
  // The other API has it: at this address there is no such path.
  if (allowed.includes(method)) return new AppError('not_found', 'There is no such route at this address.');
  return new AppError('method_not_allowed', `This path takes ${allowed.join(', ')}.`, { allow: allowed });
}

function withoutBody({ body: _, isBase64Encoded: __, ...head }: APIGatewayProxyStructuredResultV2) {
  return head;
}

function toResult(
  contract: RouteContract,
  reply: Reply,
  asked: APIGatewayProxyEventV2['headers'],
): APIGatewayProxyStructuredResultV2 {
  if (reply.body === undefined) return { statusCode: reply.status, headers: { ...reply.headers } };
  const body = bodyOf(contract, reply.body);
  const etag = contract.showsOne && reply.shows && entityTag(reply.shows, body);
  const headers = { 'cache-control': 'no-store', ...(etag === undefined ? {} : { etag }), ...reply.headers };
  // What is no list of tags was refused with the rest of the request.
  const ifNoneMatch = contract.method === 'GET' ? asked['if-none-match'] : undefined;
  const known = ifNoneMatch === undefined ? undefined : parseEntityTags(ifNoneMatch);
  if (etag !== undefined && known !== undefined && includesTag(known, etag)) return { statusCode: 304, headers };
  const result = {
    statusCode: reply.status,
    headers: { 'content-type': typeOf(contract), ...headers },
    body,
  };
  return contract.isCompressed ? compressed(result, asked['accept-encoding']) : result;
}

/** Files are for programs that guess an encoding where none is said. */
function typeOf({ replyType = 'application/json' }: RouteContract): string {
  return replyType.startsWith('text/') ? `${replyType}; charset=utf-8` : replyType;
}

function bodyOf({ reply, replyType }: RouteContract, given: unknown): string {
  const body = reply ? reply.parse(given) : given;
  return replyType === undefined ? JSON.stringify(body) : String(body);
}

/** API Gateway's HTTP APIs pass on what a function answers, uncompressed. */
function compressed(
  result: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; readonly body: string },
  acceptEncoding: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const headers = { ...result.headers, vary: 'accept-encoding' };
  if (!acceptsGzip(acceptEncoding)) return { ...result, headers };
  return {
    ...result,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(result.body).toString('base64'),
    isBase64Encoded: true,
  };
}

function problemResult(
  problem: ReturnType<typeof toProblem>,
  headers: Readonly<Record<string, string>>,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(problem),
  };
}

function logFailure(code: string, error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  logger.error('request failed', { code, ...traceOf(cause) });
}
