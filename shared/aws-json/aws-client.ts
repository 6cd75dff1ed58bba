import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { toAwsError } from './aws-error.ts';
import { createSigner } from './signature.ts';
import type { Environment } from './signature.ts';

/** One request under way. */
export interface Call {
  /** The reply, parsed. Rejects with `AwsError` for a refusal, with Node's error for a broken connection. */
  readonly reply: Promise<unknown>;
  /** Ends it, if it is still under way, once this long has passed. */
  abandonAfter(milliseconds: number): void;
}

export interface AwsClient {
  /** @param body the operation's input in JSON. */
  send(operation: string, body: string): Call;
  /** Closes the connections. */
  destroy(): void;
}

export interface AwsClientConfig {
  readonly service: 'dynamodb' | 'sqs';
  readonly endpoint: URL;
  readonly region: string;
  /** Holds the credentials. */
  readonly environment: Environment;
  readonly now?: () => number;
}

const targetPrefixes = { dynamodb: 'DynamoDB_20120810.', sqs: 'AmazonSQS.' } as const;

/**
 * Calls one AWS service by its JSON protocol over kept-alive connections. It neither waits nor repeats: who calls
 * has a deadline, and knows best. What the SDK's client does beyond this, its middleware and its models, costs four times the call.
 */
export function createAwsClient({ service, endpoint, region, environment, now }: AwsClientConfig): AwsClient {
  const secure = endpoint.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  // All its connections are alike: Node would put that into words, of two dozen TLS options, at every call.
  agent.getName = () => endpoint.host;
  const request = secure ? httpsRequest : httpRequest;
  const { hostname, port } = urlToHttpOptions(endpoint);
  const sign = createSigner(service, region, endpoint.host, environment, now);
  return {
    send(operation, body) {
      const headers = sign(targetPrefixes[service] + operation, body);
      // As a list, headers go out as they are: Node would look at each, and then write the same.
      const outgoing = request({ hostname, port, agent, method: 'POST', path: '/', headers });
      let ended = false;
      const reply = new Promise<unknown>((resolve, reject) => {
        const end = (settle: () => void) => {
          ended = true;
          settle();
        };
        outgoing.on('error', (error) => end(() => reject(error)));
        outgoing.on('response', (response) => {
          readAll(
            response,
            (text) => end(() => settleReply(response, text, resolve, reject)),
            (error) => end(() => reject(error)),
          );
        });
      });
      outgoing.end(body);
      return {
        reply,
        abandonAfter(milliseconds) {
          if (ended) return;
          if (milliseconds <= 0) return void outgoing.destroy();
          const timer = setTimeout(() => ended || outgoing.destroy(), milliseconds);
          timer.unref();
          outgoing.once('close', () => clearTimeout(timer));
        },
      };
    },
    destroy: () => agent.destroy(),
  };
}

/** Nearly every reply is one chunk. */
function readAll(response: IncomingMessage, done: (text: string) => void, failed: (error: Error) => void): void {
  let first: Buffer | undefined;
  let more: Buffer[] | undefined;
  response.on('data', (chunk: Buffer) => {
    if (first === undefined) first = chunk;
    else if (more === undefined) more = [first, chunk];
    else more.push(chunk);
  });
  response.on('end', () => done((more ? Buffer.concat(more) : first)?.toString() ?? ''));
  response.on('error', failed);
}

function settleReply(
  response: IncomingMessage,
  text: string,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): void {
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode >= 300) {
    const type = response.headers['x-amzn-errortype'];
    return reject(toAwsError(statusCode, typeof type === 'string' ? type : undefined, text));
  }
  try {
    resolve(text === '' ? {} : JSON.parse(text));
  } catch (error) {
    reject(error);
  }
}
