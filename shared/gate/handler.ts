import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { invalid } from '../kernel/errors.ts';
import type { FieldError } from '../kernel/errors.ts';
import { parseJsonBody, wrongParameters } from '../http/parse-request.ts';
import { toProblem } from '../http/problem.ts';
import type { Problem } from '../http/problem.ts';
import { decideChecks } from './decide-checks.ts';
import type { GateDeps } from './decide-checks.ts';
import { createReportedDenials } from './reported-denials.ts';
import { parseGateRequest } from './request-rules.ts';
import type { GateRequest } from './request-rules.ts';
import { createRecentDenials } from './recent-denials.ts';

type Reply = { readonly decisions: Awaited<ReturnType<typeof decideChecks>> };

/** Up to twice as many: about two megabytes. */
const mostStopsRemembered = 5000;
const mostRootsRemembered = 400;

/**
 * The gate over HTTP and by direct invoke, with the same bodies; a direct caller gets a refusal as
 * problem details in the payload. No middleware: this stands in the path of every order.
 */
export function gateHandler(given: Omit<GateDeps, 'reportedDenials' | 'recentDenials'>) {
  const deps: GateDeps = {
    ...given,
    reportedDenials: createReportedDenials(mostStopsRemembered),
    recentDenials: createRecentDenials(mostRootsRemembered),
  };
  return async (event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2 | Reply | Problem> => {
    if (!isHttp(event)) {
      try {
        return { decisions: await decideChecks(deps, readRequest(event, [])) };
      } catch (error) {
        return toProblem(error, context.awsRequestId);
      }
    }
    try {
      const request = readRequest(parseJsonBody(event), wrongParameters(event.rawQueryString, []));
      return json(200, 'application/json', { decisions: await decideChecks(deps, request) });
    } catch (error) {
      const problem = toProblem(error, event.requestContext.requestId);
      return json(problem.status, 'application/problem+json', problem);
    }
  };
}

/** Whether API Gateway sent it. A direct caller may send anything at all, and these names with any value. */
function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  if (typeof event !== 'object' || event === null || !('requestContext' in event) || !('rawPath' in event))
    return false;
  const { requestContext, rawPath } = event;
  return typeof rawPath === 'string' && typeof requestContext === 'object' && requestContext !== null;
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
