import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headerOf } from '../access/signed-request.ts';
import type { SignedRequest } from '../access/signed-request.ts';
import type { SignatureCheck, SignatureVerifier } from '../access/signature-check.ts';
import { isLoopbackHost } from '../loopback-host.ts';
import type { LocalClock } from '../state/clock.ts';
import { answerCall } from './answer-call.ts';
import type { AnswerOptions } from './answer-call.ts';
import { AwsError, renderError } from './aws-error.ts';
import type { EndpointService, Reply } from './endpoint-service.ts';

export interface AwsEndpointOptions extends AnswerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** What it serves, by the services' names. */
  readonly services: readonly EndpointService[];
  readonly verify: SignatureVerifier;
  readonly clock: LocalClock;
}

export interface AwsEndpoint {
  readonly port: number;
  /** Of each service behind it, by the service's name. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** Cuts what is still open, hanging faults included. */
  close(): Promise<void>;
}

/** More than any service takes, so that each can refuse in its own words. */
const maximumBodyBytes = 20 * 1024 * 1024;

/** Opens the one address that all AWS calls of functions and callers go to, on the loopback address only. */
export async function startAwsEndpoint(options: AwsEndpointOptions): Promise<AwsEndpoint> {
  const { services } = options;
  const server = createServer((request, response) => {
    void receive(request, response, services, options).catch((error: Error) => {
      // The client went away while it was sending.
      options.log(`a request to the AWS endpoint was not read: ${error.message}`);
      response.destroy();
    });
  });
  // Clients keep connections for longer than Node's default of 5 s, and would meet resets.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    operations: Object.fromEntries(services.map(({ name, operations }) => [name, operations])),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function receive(
  incoming: IncomingMessage,
  response: ServerResponse,
  services: readonly EndpointService[],
  options: AwsEndpointOptions,
): Promise<void> {
  // Everybody knows its keys, so that a page whose DNS name was rebound to this machine could sign.
  if (!isLoopbackHost(incoming.headers.host)) {
    refuseHost(response);
    return;
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const requestId = randomUUID();
  const request: SignedRequest = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers: incoming.headers,
    body: await readBody(incoming),
  };
  const check = options.verify(request);
  // A function's SDK corrects its clock by this header, and its clock is the local one.
  if (check.credential?.clock === 'local') response.setHeader('date', new Date(options.clock.now()).toUTCString());

  const name = check.verified ? check.service : guessService(request);
  const service = services.find((candidate) => candidate.name === name);
  const refusal = refuse(check, service, name);
  if (refusal !== undefined || service === undefined || !check.verified) {
    const error = refusal ?? new AwsError('InternalFailure', 'the local AWS endpoint failed', 500);
    options.log(`a call to ${name} was refused: ${error.code}: ${error.message}`);
    write(response, renderError(error, service?.errors ?? { style: 'json' }, requestId), requestId);
    return;
  }
  const answer = await answerCall(service, request, check.credential.principal, requestId, gone.signal, options);
  if (answer === 'cut') incoming.socket.destroy();
  else write(response, answer, requestId);
}

function refuseHost(response: ServerResponse): void {
  const body = JSON.stringify({ message: 'Only requests to 127.0.0.1 or localhost are served.' });
  response.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
  response.end(body);
}

function refuse(check: SignatureCheck, service: EndpointService | undefined, name: string): AwsError | undefined {
  if (!check.verified) return new AwsError(check.code, check.message, service?.refusalStatus ?? 403);
  return service === undefined
    ? new AwsError('UnknownOperationException', `the local AWS endpoint does not serve the service '${name}'`, 404)
    : undefined;
}

/** Whose words a refusal should use, from a signature that may be anything. */
function guessService(request: SignedRequest): string {
  return (
    /Credential=[^,]*\/([\w-]+)\/aws4_request/.exec(headerOf(request, 'authorization') ?? '')?.[1] ??
    'an unnamed service'
  );
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBodyBytes) throw new Error(`more than ${maximumBodyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, headers, body }: Reply, requestId: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), 'x-amzn-requestid': requestId });
  response.end(body);
}
