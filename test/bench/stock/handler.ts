import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { decideAll } from './decide.ts';
import { count, flushMetrics } from './metrics.ts';
import { jsonBody, problems, validate } from './middlewares.ts';
import type { GateMiddleware } from './middlewares.ts';
import { requestSchema } from './schema.ts';
import type { StockRequest } from './schema.ts';

const logger = new Logger({ serviceName: 'gate', logLevel: 'WARN' });

/**
 * The gate as a good engineer would write it from the usual parts: middy, Powertools' logger, zod and the document
 * client, with one line of metrics an invocation. Clients are made once, connections are kept, nothing is logged
 * of an order that goes through.
 */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger) as unknown as GateMiddleware)
  .use(flushMetrics())
  .use(problems())
  .use(jsonBody())
  .use(validate(requestSchema))
  .handler(async (event) => {
    const request = event.body as unknown as StockRequest;
    count('Decisions', request.checks.length);
    const decisions = await decideAll(request);
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({ decisions }),
    };
  });
