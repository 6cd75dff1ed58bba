import { randomUUID } from 'node:crypto';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Answer, Calls } from './calls.ts';
import type { Caller, SignerOf } from './caller-signers.ts';
import { NotYet, SmokeFailure } from './failure.ts';
import { waitUntil } from './patience.ts';

/** An event as the marketplace puts it on the bus, before `version` and `eventId`. */
export interface CanaryEvent {
  readonly source: `marketplace.${'identity' | 'orders' | 'refunds' | 'risk'}`;
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Where the deployment is, and who calls it. */
export interface Place {
  readonly stage: string;
  readonly tableName: string;
  readonly serviceUrl: string;
  readonly sellerUrl: string;
  readonly awsUrl: (service: string) => string;
  readonly signerOf: SignerOf;
  readonly token: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** The canary shop in one run, with everybody who has to do with it. */
export interface Canary {
  readonly stage: string;
  /** Names this run, in IDs of orders and in the reason of the access. */
  readonly run: string;
  readonly shopId: string;
  readonly mail: string;
  /** How long one thing is waited for. */
  readonly waitSeconds: number;
  readonly startedAt: Date;
  /** A route of the service API. */
  service(
    caller: Caller,
    method: string,
    path: string,
    more?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** A route of the seller API, behind `/v1/shops/{shopId}/`; writes get an idempotency key of their own. */
  seller(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A route that asks for no credentials. */
  open(path: string): Promise<Answer>;
  publish(...events: readonly CanaryEvent[]): Promise<void>;
  invokeGate(payload: unknown): Promise<unknown>;
  /** What stands in one partition of the table, as ops read it. */
  rows(partition: string): Promise<readonly Row[]>;
  until<Seen>(what: string, look: () => Promise<Seen | NotYet>, seconds?: number): Promise<Seen>;
  fail(message: string, functions?: readonly string[]): SmokeFailure;
}

export interface CanaryOptions {
  readonly place: Place;
  readonly calls: Calls;
  readonly run: string;
  readonly shopId: string;
  readonly mail: string;
  readonly waitSeconds: number;
  readonly stop?: AbortSignal;
}

export function openCanary({ place, calls, waitSeconds, stop, ...own }: CanaryOptions): Canary {
  const lastRequestId = () => calls.lastRequestId();
  const fail: Canary['fail'] = (message, functions) =>
    new SmokeFailure(message, { requestId: lastRequestId(), ...(functions ? { functions } : {}) });
  return {
    ...own,
    ...apiOf(place, calls, own.shopId),
    ...awsOf(place, calls, fail),
    stage: place.stage,
    waitSeconds,
    startedAt: new Date(),
    fail,
    until: (what, look, seconds = waitSeconds) => waitUntil(what, seconds, look, { lastRequestId, stop }),
  };
}

function apiOf(place: Place, calls: Calls, shopId: string): Pick<Canary, 'service' | 'seller' | 'open'> {
  const { serviceUrl, sellerUrl, signerOf, token } = place;
  return {
    service: (caller, method, path, more = {}) =>
      calls.send({ method, url: `${serviceUrl}${path}`, by: { signer: signerOf(caller, 'execute-api') }, ...more }),
    seller: (method, path, body) =>
      calls.send({
        method,
        url: `${sellerUrl}/v1/shops/${shopId}/${path}`,
        by: { token },
        body,
        ...(method === 'GET' ? {} : { headers: { 'idempotency-key': randomUUID() } }),
      }),
    open: (path) => calls.send({ method: 'GET', url: `${sellerUrl}${path}`, by: { token } }),
  };
}

function awsOf(
  { stage, tableName, awsUrl, signerOf }: Place,
  calls: Calls,
  fail: Canary['fail'],
): Pick<Canary, 'publish' | 'invokeGate' | 'rows'> {
  const call = async (caller: Caller, service: string, target: string, version: string, body: unknown) => {
    const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
    const by = { signer: signerOf(caller, service) };
    const answer = await calls.send({ method: 'POST', url: `${awsUrl(service)}/`, headers, body, by });
    if (answer.status !== 200) throw fail(`${target} as ${caller}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    async publish(...events) {
      const Entries = events.map(({ source, type, detail }) => ({
        EventBusName: `ssc-${stage}`,
        Source: source,
        DetailType: type,
        Detail: JSON.stringify({ version: 1, eventId: randomUUID(), ...detail }),
      }));
      const reply = await call('marketplace', 'events', 'AWSEvents.PutEvents', '1.1', { Entries });
      if ((reply as { FailedEntryCount?: number }).FailedEntryCount)
        throw fail(`the bus refused events of the marketplace: ${JSON.stringify(reply)}`);
    },
    async invokeGate(payload) {
      const url = `${awsUrl('lambda')}/2015-03-31/functions/ssc-${stage}-gate/invocations`;
      const by = { signer: signerOf('order-service', 'lambda') };
      const { status, headers, body } = await calls.send({ method: 'POST', url, by, body: payload });
      const failed = headers.get('x-amz-function-error');
      if (status === 200 && failed === null) return body;
      throw fail(`invoking the gate as order-service: ${status} ${failed ?? ''} ${JSON.stringify(body)}`);
    },
    async rows(partition) {
      const reply = await call('ops', 'dynamodb', 'DynamoDB_20120810.Query', '1.0', {
        TableName: tableName,
        ConsistentRead: true,
        ScanIndexForward: false,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partition } },
      });
      return (reply as { Items: Parameters<typeof unmarshall>[0][] }).Items.map((item) => unmarshall(item));
    },
  };
}

/** @throws SmokeFailure unless the answer has this status, with the problem's own words. */
export function expectStatus(canary: Canary, answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  throw canary.fail(`${what}: ${answer.status} instead of ${status}, ${wordsOf(answer)}`);
}

/** As `expectStatus`, while something is waited for. */
export function notYetUnless(answer: Answer, status: number): NotYet | undefined {
  return answer.status === status ? undefined : new NotYet(`${answer.status}, ${wordsOf(answer)}`);
}

function wordsOf({ body }: Answer): string {
  const { code, detail, message } = (body ?? {}) as Record<string, unknown>;
  return [code, detail ?? message].filter(Boolean).join(' ') || 'no reason given';
}
