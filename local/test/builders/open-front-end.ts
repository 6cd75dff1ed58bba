import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deployment } from '../../deployment.ts';
import type { HttpApiModel, RouteModel } from '../../services/apigateway/model.ts';
import { createCallRecorder } from '../../core/aws-endpoint/recorder.ts';
import { createFaults } from '../../core/aws-endpoint/faults.ts';
import { createSentMessages, sentMessageRoutes } from '../../services/ses/sent-messages.ts';
import { freePort } from '../../core/engines/free-port.ts';
import { createCrossedEvents, crossedEventRoutes } from '../../services/events/crossed-events.ts';
import { startHttpFrontEnd } from '../../core/http-front-end/start-http-front-end.ts';
import { createGateway } from '../../services/apigateway/gateway.ts';
import { createIssuer } from '../../core/issuer/issuer.ts';
import type { Person } from '../../core/issuer/person.ts';
import { createLocalRoutes } from '../../core/local-routes/local-routes.ts';
import { createAuthorizer } from '../../services/iam/authorizer.ts';
import { createCredentials } from '../../services/iam/credentials.ts';
import { createSignatureVerifier } from '../../services/iam/verify-signature.ts';
import { sweepRoutes } from '../../services/dynamodb/ttl-sweeper.ts';
import type { Functions, InvocationResult } from '../../services/lambda/invocation.ts';
import { createClock } from '../../core/state/clock.ts';
import { openJournal } from '../../core/state/journal.ts';
import { buildDeployment, buildFunction } from '../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../test/tooling/log-scan/collected-log.ts';

const account = '000000000000';
const region = 'us-east-1';
const functionArn = `arn:aws:lambda:${region}:${account}:function:echo`;
const uninvocableArn = `arn:aws:lambda:${region}:${account}:function:uninvocable`;

type Answer = Pick<InvocationResult, 'payload' | 'functionError'>;

/** Functions that remember their events and answer as told. */
export class ScriptedFunctions implements Functions {
  readonly events: APIGatewayProxyEventV2[] = [];
  answer: () => Answer | Promise<Answer> = () => ({ payload: { statusCode: 200, body: 'ok' } });

  async invoke(_: string, payload: unknown): Promise<InvocationResult> {
    this.events.push(payload as APIGatewayProxyEventV2);
    return { ...(await this.answer()), durationMilliseconds: 1, requestId: 'invocation' };
  }
  resolve(name: string): string {
    return name;
  }
  async close(): Promise<void> {}
}

const people: readonly Person[] = [
  {
    id: 'owner',
    subject: 'olivia',
    name: 'Olivia <Owner>',
    email: 'o@demo.example',
    about: 'Owns 1.',
    shops: ['1:owner'],
  },
  { id: 'nobody', subject: 'nobody', name: 'Nobody', email: 'n@demo.example', about: 'Owns nothing.', shops: [] },
];

/**
 * One JWT, one IAM and one open route on a real HTTP frontEnd end, with everything real but the functions and the bus.
 *
 * @param options.keyFile keeps the issuer's key, for tests that sign tokens which the issuer itself would not.
 */
export async function startFixture(options: { readonly keyFile?: string } = {}) {
  const { lines, log } = collectLog();
  const port = await freePort();
  const clock = createClock(openJournal(undefined));
  const issuer = await createIssuer({
    ...options,
    url: `http://127.0.0.1:${port}/_local/issuer`,
    audience: 'ssc',
    clock,
  });
  const deployment = fixtureDeployment(issuer.url);
  const functions = new ScriptedFunctions();
  const recorder = createCallRecorder();
  const faults = createFaults();
  const events = createCrossedEvents();
  const messages = createSentMessages(clock);
  const sweeps: number[] = [];
  const gateway = createGateway({
    deployment,
    functions,
    clock,
    authorizer: createAuthorizer(deployment),
    verifySignature: createSignatureVerifier({ credentials: createCredentials(deployment), clock, region }),
    log,
  });
  const sweep = async () => sweeps.push(1);
  const routes = [crossedEventRoutes(events), sentMessageRoutes(messages), sweepRoutes({ sweep })];
  const knownCalls = { operations: { dynamodb: ['GetItem', 'PutItem'] }, callers: ['ssc-local-gate', 'ops'] };
  const localRoutes = createLocalRoutes({ clock, issuer, people, faults, knownCalls, recorder, routes });
  const upgrade = () => undefined;
  const frontEnd = await startHttpFrontEnd({ port, handle: gateway, localRoutes, upgrade, log });
  const url = `http://127.0.0.1:${frontEnd.port}`;
  const token = async (body: object = {}): Promise<string> => {
    const response = await fetch(`${url}/_local/token`, {
      method: 'POST',
      body: JSON.stringify({ subject: 'seller-1', shops: ['1:owner'], ...body }),
    });
    return ((await response.json()) as { token: string }).token;
  };
  return { url, port, clock, functions, recorder, events, messages, log: lines, token, close: () => frontEnd.close() };
}

function fixtureDeployment(issuer: string): Deployment {
  const jwt: RouteModel['authorization'] = { type: 'JWT', issuer, audience: ['ssc'], scopes: ['ssc/seller'] };
  const route = (
    key: string,
    authorization: RouteModel['authorization'],
    overrides: Partial<RouteModel> = {},
  ): RouteModel => ({
    key,
    functionArn,
    authorization,
    timeoutMilliseconds: 30_000,
    ...overrides,
  });
  const api: HttpApiModel = {
    id: 'api1',
    name: 'api',
    path: 'Stack/Api',
    stageName: '$default',
    cors: {
      allowOrigins: ['https://console.example'],
      allowMethods: ['GET'],
      allowHeaders: [],
      exposeHeaders: [],
      allowCredentials: false,
    },
    routes: [
      route('GET /open', { type: 'NONE' }),
      route('POST /open/{name}', { type: 'NONE' }),
      route('ANY /any', { type: 'NONE' }),
      route('GET /slow', { type: 'NONE' }, { timeoutMilliseconds: 50 }),
      route('GET /uninvocable', { type: 'NONE' }, { functionArn: uninvocableArn }),
      route('GET /seller/{shopId}', jwt),
      route('POST /service/allowed', { type: 'AWS_IAM' }),
      route('POST /service/refused', { type: 'AWS_IAM' }),
    ],
  };
  const statement = { effect: 'Allow' as const, conditions: {}, principals: [], source: 'test' };
  const sourceArn = `arn:aws:execute-api:${region}:${account}:api1/*/*`;
  const invocable = {
    ...statement,
    actions: ['lambda:InvokeFunction'],
    resources: [functionArn],
    principals: ['Service:apigateway.amazonaws.com'],
    conditions: { ArnLike: { 'aws:SourceArn': [sourceArn] } },
  };
  const mayInvoke = {
    ...statement,
    actions: ['execute-api:Invoke'],
    resources: [`arn:aws:execute-api:${region}:${account}:api1/$default/POST/service/allowed`],
  };
  return buildDeployment({
    account,
    region,
    httpApis: [api],
    functions: [
      buildFunction({ name: 'echo', arn: functionArn, permissions: [invocable] }),
      buildFunction({ name: 'uninvocable', arn: uninvocableArn }),
    ],
    roles: [
      {
        arn: `arn:aws:iam::${account}:role/ssc-local-order-service`,
        name: 'ssc-local-order-service',
        path: 'Role',
        trust: [],
        statements: [mayInvoke],
      },
    ],
  });
}
