import type { Answer, Connections } from './kept-connections.ts';
import { signedHeaders } from './signed-fetch.ts';
import type { Signer } from './signed-fetch.ts';

export type Credentials = Omit<Signer, 'service' | 'region'>;

/** One call of the gate, without any repetition. @throws where no answer came. */
export type AskGate = (body: string, connections: Connections, signal: AbortSignal) => Promise<GateAnswer>;

export interface GateAnswer {
  /** HTTP's, by invoke too. */
  readonly status: number;
  /** What JSON it was, or nothing. */
  readonly body: unknown;
  readonly requestId: string | undefined;
}

export interface HttpOptions {
  /** Of the service API, e.g. `https://abc123.execute-api.eu-west-1.amazonaws.com`. */
  readonly serviceApiUrl: string;
  readonly region: string;
  /** Asked at each attempt, since temporary ones change. */
  readonly credentials: () => Credentials | Promise<Credentials>;
}

/** The gate behind the service API, signed as the order service. */
export function gateOverHttp({ serviceApiUrl, region, credentials }: HttpOptions): AskGate {
  const url = new URL('/v1/gate/decisions', serviceApiUrl);
  return async (body, connections, signal) => {
    const signer = { ...(await credentials()), service: 'execute-api', region };
    const headers = await signedHeaders(signer, { method: 'POST', url, headers: {}, body });
    const answer = await connections.post(url, headers, body, signal);
    return { status: answer.status, body: jsonOf(answer), requestId: headerOf(answer, 'apigw-requestid') };
  };
}

export interface InvokeOptions {
  /** Name or ARN, e.g. `ssc-prod-gate`. */
  readonly functionName: string;
  readonly region: string;
  readonly credentials: HttpOptions['credentials'];
  /** Lambda's own address in the region without it. */
  readonly endpoint?: string;
}

/** The gate's function, invoked directly: API Gateway's time and price are saved. */
export function gateByInvoke({ functionName, region, credentials, endpoint }: InvokeOptions): AskGate {
  const address = endpoint ?? `https://lambda.${region}.amazonaws.com`;
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`, address);
  return async (body, connections, signal) => {
    const signer = { ...(await credentials()), service: 'lambda', region };
    const headers = await signedHeaders(signer, { method: 'POST', url, headers: {}, body });
    const answer = await connections.post(url, headers, body, signal);
    const requestId = headerOf(answer, 'x-amzn-requestid');
    // The function did not end as it should, e.g. within its time limit.
    if (headerOf(answer, 'x-amz-function-error') !== undefined) return { status: 500, body: undefined, requestId };
    const given = jsonOf(answer);
    return { status: answer.status === 200 ? statusIn(given) : answer.status, body: given, requestId };
  };
}

/** A refusal of the gate comes as a payload like any other, with its status inside. */
function statusIn(body: unknown): number {
  const status: unknown = typeof body === 'object' && body !== null && 'status' in body ? body.status : undefined;
  return typeof status === 'number' ? status : 200;
}

function headerOf({ headers }: Answer, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, or half an answer: the caller judges by what is missing in it.
    return undefined;
  }
}
