import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Account } from '../../core/assembly/resource.ts';
import type { Log } from '../../core/log.ts';
import type { WebSocketApiModel, WebSocketTemplate } from './model.ts';
import type { Connection, Connections, Ending, LiveConnections } from './connections.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import { createConnections } from './connections.ts';
import { createFrameMeter, largestMessage } from './frame-meter.ts';
import { findApi, isHandshake } from './handshake.ts';
import { refuseUpgrade } from '../../core/http-front-end/refuse-upgrade.ts';
import { createRouteInvoker } from './invoke-route.ts';
import type { InvokeRoute, RouteInvokerOptions } from './invoke-route.ts';
import { selectRoute } from './select-route.ts';
import type { ConnectionFacts, Occasion } from './socket-events.ts';
import { connectEvent, disconnectEvent, messageEvent, newId } from './socket-events.ts';

export interface WebSocketGatewayOptions extends RouteInvokerOptions {
  readonly deployment: Account & WebSocketTemplate;
  readonly clock: LocalClock;
}

export interface WebSocketGateway {
  readonly connections: LiveConnections;
  /** Takes over a request to upgrade to a WebSocket, with its connection. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all connections. Their `$disconnect` is not invoked, as it is not after a crash. */
  close(): Promise<void>;
}

/**
 * Serves the deployment's WebSocket APIs as API Gateway does. Subprotocols and compression are not offered.
 *
 * @throws Error at the creation, for two APIs whose stages have one name, which one address cannot tell apart.
 */
export function createWebSocketGateway(options: WebSocketGatewayOptions): WebSocketGateway {
  checkDistinct(options.deployment.webSocketApis.map(({ stageName }) => stageName));
  const gateway = new Gateway(options);
  return {
    connections: gateway.connections,
    upgrade: (request, socket, head) => gateway.upgrade(request, socket, head),
    close: () => gateway.close(),
  };
}

class Gateway implements WebSocketGateway {
  readonly connections: Connections;
  readonly #apis: readonly WebSocketApiModel[];
  readonly #clock: LocalClock;
  readonly #log: Log;
  readonly #invoke: InvokeRoute;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: largestMessage,
    handleProtocols: () => false,
  });
  readonly #connecting = new Set<Duplex>();
  #closed = false;

  constructor(options: WebSocketGatewayOptions) {
    this.#apis = options.deployment.webSocketApis;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#invoke = createRouteInvoker(options);
    this.connections = createConnections(options.clock);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#connecting.add(socket);
    socket.on('error', () => undefined);
    void this.#enter(request, socket, head)
      .catch((error: unknown) => {
        this.#failed(error);
        refuseUpgrade(socket, 500);
      })
      .finally(() => this.#connecting.delete(socket));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const socket of this.#connecting) socket.destroy();
    await this.connections.close();
  }

  async #enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const api = findApi(this.#apis, request.url);
    if (this.#closed || api === undefined) return refuseUpgrade(socket, this.#closed ? 503 : 403);
    if (!isHandshake(request)) return refuseUpgrade(socket, 400);
    const requestId = newId();
    const facts: ConnectionFacts = {
      id: newId(),
      api,
      connectedAt: this.#clock.now(),
      host: request.headers.host ?? '',
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'],
    };
    const status = await this.#connect(facts, request, requestId);
    if (this.#closed) return void socket.destroy();
    if (status >= 400) return refuseUpgrade(socket, status, requestId);
    // The client left meanwhile, but the function knows the connection.
    if (!socket.readable || !socket.writable) {
      socket.destroy();
      return this.#disconnected(facts, { code: 1006, reason: '' });
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#serve(opened, socket, facts));
  }

  /** Resolves with the status of the handshake's answer; nothing is open before the function agreed. */
  async #connect(facts: ConnectionFacts, request: IncomingMessage, requestId: string): Promise<number> {
    const route = facts.api.routes.find(({ key }) => key === '$connect');
    if (route === undefined) return 200;
    const event = connectEvent(facts, request, { ...this.#occasion(), requestId });
    const { status } = await this.#invoke(facts.api, route, event);
    return status < 200 || (status >= 300 && status < 400) ? 500 : status;
  }

  #serve(opened: WebSocket, socket: Duplex, facts: ConnectionFacts): void {
    const connection = this.connections.add(opened, facts);
    const isOverQuota = createFrameMeter();
    // Before the server's own listener, which would hand on the message.
    socket.prependListener('data', (chunk: Buffer) => {
      if (isOverQuota(chunk)) connection.end({ code: 1009, reason: '' });
    });
    opened.on('message', (data: Buffer, isBinary: boolean) => {
      if (connection.ended() !== undefined) return;
      if (isBinary) return connection.end({ code: 1003, reason: '' });
      void this.#receive(connection, data.toString()).catch((error: unknown) => this.#failed(error));
    });
    // What a client breaks, the server closes with the code for it.
    opened.on('error', () => undefined);
    opened.on('close', (code, reason) => {
      const told = { code, reason: reason.toString() || (reasons[code] ?? '') };
      this.#disconnected(facts, connection.ended() ?? told);
    });
  }

  async #receive(connection: Connection, body: string): Promise<void> {
    connection.heard();
    const { facts } = connection;
    const { requestId, now } = this.#occasion();
    const reply = (message: string): void => {
      connection.post(Buffer.from(JSON.stringify({ message, connectionId: facts.id, requestId })));
    };
    const route = selectRoute(facts.api, body);
    if (route === undefined) return reply('Forbidden');
    const outcome = await this.#invoke(facts.api, route, messageEvent(facts, route.key, body, { requestId, now }));
    if (outcome.type === 'failed') reply(outcome.message);
    else if (route.responds && outcome.body !== undefined) connection.post(Buffer.from(outcome.body));
  }

  #disconnected(facts: ConnectionFacts, ending: Ending): void {
    const route = facts.api.routes.find(({ key }) => key === '$disconnect');
    if (this.#closed || route === undefined) return;
    const event = disconnectEvent(facts, ending, this.#occasion());
    void this.#invoke(facts.api, route, event).catch((error: unknown) => this.#failed(error));
  }

  #occasion(): Occasion {
    return { requestId: newId(), now: this.#clock.now() };
  }

  /** Without the request, whose query can hold a ticket. */
  #failed(error: unknown): void {
    this.#log(`WebSocket: ${String(error)}`);
  }
}

/** What API Gateway tells a function of an end that came without words. */
const reasons: Readonly<Record<number, string>> = {
  1000: 'Connection Closed Normally',
  1001: 'Going away',
  1005: 'Client-side close frame status not set',
};

function checkDistinct(stageNames: readonly string[]): void {
  const twice = stageNames.find((name, i) => stageNames.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Two WebSocket APIs have a stage ${twice}: one address cannot serve both.`);
}
