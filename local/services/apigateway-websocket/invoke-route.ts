import type { Account } from '../../core/assembly/resource.ts';
import type { WebSocketApiModel, WebSocketRouteModel } from './model.ts';
import { isJsonObject } from '../../core/assembly/json.ts';
import { createApiGatewayInvoker } from '../apigateway/invoke-as-api-gateway.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { Functions } from '../lambda/invocation.ts';
import type { Log } from '../../core/log.ts';

/** How a route's function ended: with an answer of its own, or with API Gateway's for a failure. */
export type RouteOutcome =
  | { readonly type: 'answered'; readonly status: number; readonly body: string | undefined }
  | { readonly type: 'failed'; readonly status: 500 | 502 | 504; readonly message: string };

export type InvokeRoute = (api: WebSocketApiModel, route: WebSocketRouteModel, event: object) => Promise<RouteOutcome>;

export interface RouteInvokerOptions {
  readonly deployment: Account;
  readonly functions: Functions;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

/** Invokes the functions behind the routes of WebSocket APIs, where their permissions allow it to API Gateway. */
export function createRouteInvoker({ log, ...parts }: RouteInvokerOptions): InvokeRoute {
  const invoke = createApiGatewayInvoker(parts);
  return async (api, route, event) => {
    const failed = (status: 500 | 502 | 504, because: string): RouteOutcome => {
      log(`${api.stageName} ${route.key}: ${status}, ${because}`);
      return {
        type: 'failed',
        status,
        message: status === 504 ? 'Endpoint request timed out' : 'Internal server error',
      };
    };
    const invocation = await invoke(`${api.id}/${api.stageName}/${route.key}`, route, event);
    if (invocation.type !== 'ended') return failed(invocation.type === 'late' ? 504 : 500, invocation.because);
    if (invocation.result.functionError !== undefined) return failed(502, 'the function failed');
    return readAnswer(invocation.result.payload) ?? failed(502, 'the function returned no answer with a status');
  };
}

/** A proxy's answer must have a status: without it, also with nothing at all, API Gateway takes it for malformed. */
function readAnswer(payload: unknown): RouteOutcome | undefined {
  if (!isJsonObject(payload)) return undefined;
  const status = Number(payload['statusCode']);
  const body = payload['body'];
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  return { type: 'answered', status, body: typeof body === 'string' && body !== '' ? body : undefined };
}
