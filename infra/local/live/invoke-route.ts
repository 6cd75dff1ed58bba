import type { Deployment, WebSocketApiModel, WebSocketRouteModel } from '../assembly/deployment.ts';
import { isJsonObject } from '../assembly/json.ts';
import type { Authorizer, Functions, InvocationResult, Log } from '../ports.ts';

/** How a route's function ended: with an answer of its own, or with API Gateway's for a failure. */
export type RouteOutcome =
  | { readonly type: 'answered'; readonly status: number; readonly body: string | undefined }
  | { readonly type: 'failed'; readonly status: 500 | 502 | 504; readonly message: string };

export type InvokeRoute = (api: WebSocketApiModel, route: WebSocketRouteModel, event: object) => Promise<RouteOutcome>;

export interface RouteInvokerOptions {
  readonly deployment: Pick<Deployment, 'account' | 'region'>;
  readonly functions: Functions;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

/** Invokes the functions behind the routes of WebSocket APIs, where their permissions allow it to API Gateway. */
export function createRouteInvoker({ deployment, functions, authorizer, log }: RouteInvokerOptions): InvokeRoute {
  return async (api, { key, functionArn, timeoutMilliseconds }, event) => {
    const failed = (status: 500 | 502 | 504, because: string): RouteOutcome => {
      log(`${api.stageName} ${key}: ${status}, ${because}`);
      return {
        type: 'failed',
        status,
        message: status === 504 ? 'Endpoint request timed out' : 'Internal server error',
      };
    };
    const permission = authorizer.decide({
      principal: {
        type: 'service',
        service: 'apigateway.amazonaws.com',
        sourceArn: `arn:aws:execute-api:${deployment.region}:${deployment.account}:${api.id}/${api.stageName}/${key}`,
        label: 'apigateway',
      },
      action: 'lambda:InvokeFunction',
      resource: functionArn,
      context: {},
    });
    if (!permission.allowed) return failed(500, permission.message);
    const result = await within(timeoutMilliseconds, functions.invoke(functionArn, event));
    if (result === undefined) return failed(504, `no answer within ${timeoutMilliseconds} ms`);
    if (result.functionError !== undefined) return failed(502, 'the function failed');
    return readAnswer(result.payload) ?? failed(502, 'the function returned no answer with a status');
  };
}

/** The result, or `undefined` when it takes longer; the function then runs on, as on AWS. */
async function within(milliseconds: number, running: Promise<InvocationResult>): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy's answer must have a status: without it, also with nothing at all, API Gateway takes it for malformed. */
function readAnswer(payload: unknown): RouteOutcome | undefined {
  if (!isJsonObject(payload)) return undefined;
  const status = Number(payload['statusCode']);
  const body = payload['body'];
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  return { type: 'answered', status, body: typeof body === 'string' && body !== '' ? body : undefined };
}
