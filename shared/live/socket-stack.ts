import { createLogger } from '../logs/logger.ts';
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { traceOf } from '../kernel/error-trace.ts';
import { answerOther, catchUp } from './answer-client.ts';
import type { AnswerDeps } from './answer-client.ts';
import { openConnection } from './open-connection.ts';
import type { OpenDeps } from './open-connection.ts';
import type { LiveFrame } from '../contracts/http/live.ts';

export interface SocketDeps extends AnswerDeps, OpenDeps {}
interface Answer {
  readonly statusCode: number;
}

/** As API Gateway invokes a WebSocket's function: the handshake alone has headers and a query. */
export type SocketEvent = Pick<APIGatewayProxyWebsocketEventV2, 'body'> & {
  readonly requestContext: Pick<APIGatewayProxyWebsocketEventV2['requestContext'], 'connectionId' | 'routeKey'>;
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
};

const logger = createLogger();
const failed: LiveFrame = { type: 'error', code: 'unavailable', message: 'This did not work; try again.' };

/**
 * The stack of the WebSocket's function. Neither tickets nor messages are logged. Only the status of a handshake
 * reaches its client: to messages the answers are frames, a failure's too.
 */
export function socketStack(deps: SocketDeps): (event: SocketEvent) => Promise<Answer> {
  return async (event) => {
    const { connectionId, routeKey } = event.requestContext;
    try {
      if (routeKey === '$connect') return { statusCode: await openConnection(deps, handshakeOf(event)) };
      if (routeKey === '$disconnect') await forget(deps, connectionId);
      else if (routeKey === 'catch_up') await catchUp(deps, connectionId, parse(event.body));
      else await answerOther(deps, connectionId, parse(event.body));
      return { statusCode: 200 };
    } catch (error) {
      logFailure(routeKey, error);
      if (!routeKey.startsWith('$dis') && routeKey !== '$connect') await apologise(deps, connectionId);
      return { statusCode: 500 };
    }
  };
}

async function forget({ connections }: SocketDeps, connectionId: string): Promise<void> {
  const connection = await connections.read(connectionId);
  if (connection) await connections.forget(connection);
}

function handshakeOf({ requestContext, headers, queryStringParameters }: SocketEvent) {
  // API Gateway hands on names of headers as the client wrote them.
  const origin = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'origin')?.[1];
  return { connectionId: requestContext.connectionId, origin, ticket: queryStringParameters?.['ticket'] };
}

function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

/** The client would wait for an answer otherwise. If this fails too, its own patience ends. */
async function apologise({ sender }: SocketDeps, connectionId: string): Promise<void> {
  await sender.post(connectionId, JSON.stringify(failed)).catch((error: unknown) => logFailure('apology', error));
}

function logFailure(route: string, error: unknown): void {
  logger.error('socket failed', { route, ...traceOf(error) });
}
