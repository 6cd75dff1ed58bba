import { randomBytes } from 'node:crypto';
import type { Account } from '../../core/assembly/resource.ts';
import type { ApiGatewayTemplate } from './model.ts';
import { createApiGatewayInvoker } from './invoke-as-api-gateway.ts';
import type { SignatureVerifier } from '../../core/access/signature-check.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { Functions } from '../lambda/invocation.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Log } from '../../core/log.ts';
import { isPreflight, preflightResponse, withCors } from './cors.ts';
import type { HttpRequest, HttpResponse } from '../../core/http-front-end/http-request.ts';
import { jsonResponse } from '../../core/http-front-end/http-request.ts';
import { createIamAuthorizer } from './iam-authorizer.ts';
import { createJwtAuthorizer } from './jwt-authorizer.ts';
import { createRouteTable } from './route-table.ts';
import type { RouteMatch } from './route-table.ts';
import type { AuthorizerContext } from './to-event.ts';
import { toEvent } from './to-event.ts';
import { toResponse } from './to-response.ts';

export type Gateway = (request: HttpRequest) => Promise<HttpResponse>;

export interface GatewayOptions {
  readonly deployment: Account & ApiGatewayTemplate;
  readonly functions: Functions;
  readonly authorizer: Authorizer;
  readonly verifySignature: SignatureVerifier;
  readonly clock: LocalClock;
  readonly log: Log;
}

type Entry =
  | { readonly allowed: true; readonly context?: AuthorizerContext }
  | { readonly allowed: false; readonly response: HttpResponse; readonly reason: string };

/**
 * Serves the deployment's HTTP APIs as API Gateway does, with its own answers for what never reaches a function.
 * Who is refused and why stands in the log: the caller, as on AWS, is not told.
 *
 * @throws Error at the creation, for routes that cannot be served on one port.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { deployment, authorizer, clock, log } = options;
  const matchRoute = createRouteTable(deployment.httpApis);
  const authorizeToken = createJwtAuthorizer(clock);
  const invoke = createApiGatewayInvoker(options);
  const authorizeSignature = createIamAuthorizer(deployment, options.verifySignature, authorizer);

  async function enter(request: HttpRequest, match: RouteMatch): Promise<Entry> {
    const rule = match.route.authorization;
    if (rule.type === 'NONE') return { allowed: true };
    if (rule.type === 'AWS_IAM') {
      const answer = authorizeSignature(request, match);
      return answer.allowed ? answer : { ...answer, response: jsonResponse(403, { message: 'Forbidden' }) };
    }
    const answer = await authorizeToken(request.headers['authorization'], rule);
    if (answer.allowed) return answer;
    const message = answer.status === 401 ? 'Unauthorized' : 'Forbidden';
    return {
      ...answer,
      response: jsonResponse(answer.status, { message }, { 'www-authenticate': answer.authenticate }),
    };
  }

  async function serve(request: HttpRequest, match: RouteMatch, requestId: string): Promise<HttpResponse> {
    const { route } = match;
    const entry = await enter(request, match);
    if (!entry.allowed) {
      log(`${route.key}: ${entry.response.status}, ${entry.reason}`);
      return entry.response;
    }
    const { account } = deployment;
    const event = toEvent(request, match, {
      account,
      requestId,
      clock,
      ...(entry.context && { authorizer: entry.context }),
    });
    if (!event) return jsonResponse(400, { message: 'Bad Request' });
    const invocation = await invoke(permissionPath(request, match), route, event);
    if (invocation.type === 'ended') return toResponse(invocation.result);
    const [status, message] =
      invocation.type === 'late' ? [503, 'Service Unavailable'] : [500, 'Internal Server Error'];
    log(`${route.key}: ${status}, ${invocation.because}`);
    return jsonResponse(status, { message });
  }

  return async (request) => {
    const requestId = newRequestId();
    const taken = matchRoute(request.method, request.path);
    // One address serves all APIs: whose pages may ask is said by the API that is asked about.
    const wanted = isPreflight(request) ? request.headers['access-control-request-method'] : undefined;
    const asked = (wanted === undefined ? undefined : matchRoute(wanted, request.path)) ?? taken;
    const cors = asked?.api.cors;
    // A route that takes `OPTIONS` gets preflights too: `ANY` and `$default` do.
    const isAnswered = taken !== undefined && taken.api === asked?.api;
    if (wanted !== undefined && cors && !isAnswered) return identified(preflightResponse(cors, request), requestId);
    if (!taken) return identified(jsonResponse(404, { message: 'Not Found' }), requestId);
    return identified(withCors(await serve(request, taken, requestId), cors, request), requestId);
  };
}

/** API Gateway names the route, not the request's path, when it asks to invoke its function. */
function permissionPath({ method }: HttpRequest, { api, route }: RouteMatch): string {
  const path = route.key === '$default' ? '$default' : `${method}${route.key.slice(route.key.indexOf('/'))}`;
  return `${api.id}/${api.stageName}/${path}`;
}

function identified(response: HttpResponse, requestId: string): HttpResponse {
  return { ...response, headers: [...response.headers, ['apigw-requestid', requestId]] };
}

/** In the form of API Gateway's, e.g. `JKJaXmPLvHcESHA=`. */
function newRequestId(): string {
  return randomBytes(11).toString('base64').replaceAll('+', 'A').replaceAll('/', 'B');
}
