import type { Account } from '../../core/assembly/resource.ts';
import type { WebSocketTemplate, WebSocketApiModel } from './model.ts';
import { asText } from '../../core/assembly/json.ts';
import type { SignedRequest } from '../../core/access/signed-request.ts';
import type { LiveConnection, LiveConnections } from './connections.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { Call, EndpointService, ParsedCall, Reply } from '../../core/aws-endpoint/endpoint-service.ts';

/** The stage may be missing: an SDK that is pointed here by `AWS_ENDPOINT_URL` knows none. */
const path = /^(?:\/([^/@?]+))?\/(?:@|%40)connections\/([^/?]+)(?:\?.*)?$/;
const operations: Readonly<Record<string, string>> = {
  POST: 'PostToConnection',
  GET: 'GetConnection',
  DELETE: 'DeleteConnection',
};
const largestMessage = 128 * 1024;

/**
 * API Gateway's management of WebSocket connections.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export function createConnectionsEndpoint(
  deployment: Account & WebSocketTemplate,
  connections: LiveConnections,
): EndpointService {
  return {
    name: 'execute-api',
    operations: Object.values(operations),
    errors: { style: 'rest-json' },
    refusalStatus: 403,
    parse: (request) => parse(request, deployment.webSocketApis),
    requirements: ({ input }) => [
      {
        action: 'execute-api:ManageConnections',
        resource: `arn:aws:execute-api:${deployment.region}:${deployment.account}:${asText(input['ApiId'])}/${asText(input['Stage'])}/${asText(input['Method'])}/@connections/${asText(input['ConnectionId'])}`,
        context: {},
      },
    ],
    perform: (call) => Promise.resolve(perform(call, connections)),
  };
}

function parse({ method, url, body }: SignedRequest, apis: readonly WebSocketApiModel[]): ParsedCall {
  const [, stage, id] = path.exec(url) ?? [];
  const operation = Object.hasOwn(operations, method) ? operations[method] : undefined;
  const fitting = apis.filter(({ stageName }) => stage === undefined || stageName === stage);
  const [api] = fitting;
  // API Gateway says no more to what leads to no API of its own.
  if (id === undefined || operation === undefined || api === undefined || fitting.length > 1) {
    throw new AwsError('ForbiddenException', 'Forbidden', 403);
  }
  if (body.length > largestMessage) throw new AwsError('PayloadTooLargeException', 'Message too long', 413);
  return {
    operation,
    input: { ApiId: api.id, Stage: api.stageName, Method: method, ConnectionId: decode(id) },
  };
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    throw new AwsError('BadRequestException', 'Invalid connectionId', 400);
  }
}

function perform({ operation, input, request }: Call, connections: LiveConnections): Reply {
  const connection = connections.find(asText(input['ApiId']) ?? '', asText(input['ConnectionId']) ?? '');
  if (connection === undefined) throw new AwsError('GoneException', 'Gone', 410);
  if (operation === 'GetConnection') {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(describe(connection)) };
  }
  if (operation === 'DeleteConnection') {
    connection.disconnect();
    return { status: 204, headers: {}, body: '' };
  }
  if (!connection.post(request.body)) {
    throw new AwsError('LimitExceededException', 'The client does not read what was sent before.', 429);
  }
  return { status: 200, headers: {}, body: '' };
}

function describe({ connectedAt, lastActiveAt, identity }: LiveConnection): object {
  const toTime = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString();
  return { connectedAt: toTime(connectedAt), identity, lastActiveAt: toTime(lastActiveAt) };
}
