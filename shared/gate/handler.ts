import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { FieldError } from '../kernel/errors.ts';
import { invalid, parseJsonBody, wrongParameters } from '../http/parse-request.ts';
import { type Problem, toProblem } from '../http/problem.ts';
import { decideOrders, type GateDeps } from './decide-orders.ts';
import { createRecordedStops } from './recorded-stops.ts';
import { type GateRequest, parseGateRequest } from './request-rules.ts';
import { createStoppingRoots } from './stopping-roots.ts';

type Reply = { readonly decisions: Awaited<ReturnType<typeof decideOrders>> };

/** Up to twice as many: about two megabytes. */
const mostStopsRemembered = 5000;
const mostRootsRemembered = 400;

/**
 * The gate over HTTP and by direct invoke, with the same bodies; a direct caller gets a refusal as
 * problem details in the payload. No middleware: this stands in the path of every order.
 */
export function gateHandler(given: Omit<GateDeps, 'recordedStops' | 'stoppingRoots'>) {
  const deps: GateDeps = {
    ...given,
    recordedStops: createRecordedStops(mostStopsRemembered),
    stoppingRoots: createStoppingRoots(mostRootsRemembered),
  };
  return async (event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2 | Reply | Problem> => {
    if (!isHttp(event)) {
      try {
        return { decisions: await decideOrders(deps, readRequest(event, [])) };
      } catch (error) {
        return toProblem(error, context.awsRequestId);
      }
    }
    try {
      const request = readRequest(parseJsonBody(event), wrongParameters(event.rawQueryString, []));
      return json(200, 'application/json', { decisions: await decideOrders(deps, request) });
    } catch (error) {
      const problem = toProblem(error, event.requestContext.requestId);
      return json(problem.status, 'application/problem+json', problem);
    }
  };
}

function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  return typeof event === 'object' && event !== null && 'requestContext' in event && 'rawPath' in event;
}

function readRequest(value: unknown, earlier: readonly FieldError[]): GateRequest {
  const parsed = parseGateRequest(value);
  if (parsed.type === 'invalid') throw invalid([...earlier, ...parsed.errors]);
  if (earlier.length > 0) throw invalid(earlier);
  return parsed.request;
}

function json(statusCode: number, contentType: string, body: object): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
