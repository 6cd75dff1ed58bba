import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { invalid, parseRequest, toFieldErrors } from '../http/parse-request.ts';
import { type Problem, toProblem } from '../http/problem.ts';
import * as contract from './contract.ts';
import { decideOrders, type GateDeps } from './decide-orders.ts';

type Reply = { readonly decisions: Awaited<ReturnType<typeof decideOrders>> };

/**
 * The gate over HTTP and by direct invoke, with the same bodies; a direct caller gets a refusal as
 * problem details in the payload. No middleware: this stands in the path of every order.
 */
export function gateHandler(deps: GateDeps) {
  return async (event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2 | Reply | Problem> => {
    if (!isHttp(event)) {
      try {
        const parsed = contract.gateRequest.safeParse(event);
        if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
        return { decisions: await decideOrders(deps, parsed.data) };
      } catch (error) {
        return toProblem(error, context.awsRequestId);
      }
    }
    try {
      const { body } = parseRequest(contract.decideOrders, event);
      return json(200, 'application/json', { decisions: await decideOrders(deps, body) });
    } catch (error) {
      const problem = toProblem(error, event.requestContext.requestId);
      return json(problem.status, 'application/problem+json', problem);
    }
  };
}

function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  return typeof event === 'object' && event !== null && 'requestContext' in event && 'rawPath' in event;
}

function json(statusCode: number, contentType: string, body: object): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
