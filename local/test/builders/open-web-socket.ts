import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import type { Fault } from '../../core/aws-endpoint/faults.ts';
import type { RecordedCall } from '../../core/aws-endpoint/recorder.ts';
import { startRuntime } from '../../runtime.ts';
import { webSocketProduct } from '../../../test/builders/websocket-product.ts';
import { freePortPair } from '../../../test/e2e/start-local.ts';
import { writeAssembly } from './write-assembly.ts';
import { connectRaw } from './raw-client.ts';
import type { RawClient } from './raw-client.ts';
import { collectLog } from '../../../test/tooling/log-scan/collected-log.ts';

export interface SeenEvent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly requestContext: Readonly<Record<string, unknown>>;
  readonly body?: string;
}

/** The whole local runtime on a product of one WebSocket API. */
export async function openWebSocket() {
  const port = await freePortPair();
  const { Resources, code } = webSocketProduct();
  const { lines, log } = collectLog();
  const runtime = await startRuntime({
    port,
    engine: 'dynoxide',
    assembly: writeAssembly({ live: { Resources } }, code),
    log,
  });
  const url = `ws://127.0.0.1:${port}/live`;
  const local = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${runtime.httpUrl}/_local/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
  return {
    ...runtime,
    port,
    url,
    log: lines,
    connect: (path = '', options = {}): Promise<RawClient> => connectRaw(`${url}${path}`, options),
    /** All events that the function saw so far, asked over a connection of its own. */
    async seen(): Promise<readonly SeenEvent[]> {
      const client = await connectRaw(url);
      client.send({ action: 'seen' });
      const events = JSON.parse(await client.next()) as SeenEvent[];
      client.socket.close();
      return events;
    },
    /** `@connections` as one of the callers; `path` as an SDK's endpoint has it, `/live` or nothing. */
    manager: (accessKeyId: string, path = '') =>
      new ApiGatewayManagementApiClient({
        endpoint: `${runtime.endpointUrl}${path}`,
        region: 'us-east-1',
        maxAttempts: 1,
        credentials: { accessKeyId, secretAccessKey: 'local' },
      }),
    addFault: (fault: Fault) => local('POST', 'faults', [fault]),
    calls: async () => (await local<{ items: RecordedCall[] }>('GET', 'calls')).items,
  };
}

export type OpenWebSocket = Awaited<ReturnType<typeof openWebSocket>>;

/** ID of the connection that is newest in these events. */
export function newestConnection(events: readonly SeenEvent[], userAgent: string): string {
  const own = events.filter(({ requestContext }) => {
    const { eventType, identity } = requestContext as { eventType: string; identity: { userAgent?: string } };
    return eventType === 'CONNECT' && identity.userAgent === userAgent;
  });
  return String(own.at(-1)?.requestContext['connectionId']);
}
