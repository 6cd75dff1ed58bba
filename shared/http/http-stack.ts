import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { traceOf } from '../kernel/error-trace.ts';
import { AppError } from '../kernel/errors.ts';
import { entityTag, includesTag, parseEntityTags } from './entity-tag.ts';
import { retryAfter, toProblem } from './problem.ts';
import type { Reply, RouteContract } from '../contracts/http/route-contract.ts';

/** A route bound to what it does. */
export interface BoundRoute {
  readonly contract: RouteContract;
  handle(event: APIGatewayProxyEventV2, context: Context): Promise<Reply>;
}

type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = new Logger();

/**
 * The stack of every HTTP function: routes, replies checked against their contract, errors as
 * problem details. What is logged of an error is its kind and place, never the request.
 */
export function httpStack(routes: readonly BoundRoute[]): HttpHandler {
  const router = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: routes.map((route) => ({
      method: route.contract.method,
      path: route.contract.path,
      handler: async (event: APIGatewayProxyEventV2, context: Context) =>
        toResult(route.contract, await route.handle(event, context), event.headers['if-none-match']),
    })),
    notFoundResponse: () => {
      throw new AppError('not_found', 'There is no such route.');
    },
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use({
      onError: (request) => {
        const problem = toProblem(request.error, request.event.requestContext.requestId);
        if (problem.status >= 500) logFailure(problem.code, request.error);
        request.response = problemResult(problem, retryAfter(request.error, problem.status));
      },
    })
    .handler(router) as unknown as HttpHandler;
}

function toResult(
  contract: RouteContract,
  reply: Reply,
  ifNoneMatch: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  if (reply.body === undefined) return { statusCode: reply.status, headers: { ...reply.headers } };
  const body = JSON.stringify(contract.reply ? contract.reply.parse(reply.body) : reply.body);
  const etag = contract.showsOne && reply.shows && entityTag(reply.shows, body);
  const headers = { 'cache-control': 'no-store', ...(etag === undefined ? {} : { etag }), ...reply.headers };
  // What is no list of tags was refused with the rest of the request.
  const known = contract.method === 'GET' && ifNoneMatch !== undefined ? parseEntityTags(ifNoneMatch) : undefined;
  if (etag !== undefined && known !== undefined && includesTag(known, etag)) return { statusCode: 304, headers };
  return { statusCode: reply.status, headers: { 'content-type': 'application/json', ...headers }, body };
}

function problemResult(
  problem: ReturnType<typeof toProblem>,
  retryAfterSeconds: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': retryAfterSeconds }),
    },
    body: JSON.stringify(problem),
  };
}

function logFailure(code: string, error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  logger.error('request failed', { code, ...traceOf(cause) });
}
