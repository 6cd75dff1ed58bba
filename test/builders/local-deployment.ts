import type {
  Deployment,
  EventSourceMappingModel,
  FunctionModel,
  QueueModel,
  RuleModel,
  TableModel,
} from '../../local/assembly/deployment.ts';
import type { AccessRequest, Authorizer } from '../../local/ports.ts';

const account = '000000000000';
const region = 'us-east-1';
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

export function buildDeployment(overrides: Partial<Deployment> = {}): Deployment {
  return {
    account: account,
    region: region,
    roles: [],
    functions: [],
    tables: [],
    queues: [],
    buses: [],
    rules: [],
    eventSourceMappings: [],
    schedules: [],
    scheduleGroups: [],
    emailIdentities: [],
    httpApis: [],
    webSocketApis: [],
    outputs: {},
    ...overrides,
  };
}

export function buildFunction(overrides: Partial<FunctionModel> = {}): FunctionModel {
  const name = overrides.name ?? 'ssc-local-sample';
  return {
    name,
    arn: arn('lambda', `function:${name}`),
    path: `Test/${name}`,
    codeDirectory: '.',
    handler: 'index.handler',
    timeoutSeconds: 2,
    memoryMegabytes: 256,
    environment: {},
    roleArn: `arn:aws:iam::${account}:role/${name}`,
    permissions: [],
    ...overrides,
  };
}

export function buildQueue(overrides: Partial<QueueModel> = {}): QueueModel {
  const name = overrides.name ?? 'ssc-local-orders';
  return {
    name,
    arn: arn('sqs', name),
    url: `http://127.0.0.1:1/${account}/${name}`,
    visibilityTimeoutSeconds: 30,
    retentionSeconds: 345_600,
    delaySeconds: 0,
    policy: [],
    ...overrides,
  };
}

export function buildTable(overrides: Partial<TableModel> = {}): TableModel {
  const name = overrides.name ?? 'ssc-local';
  return {
    name,
    arn: arn('dynamodb', `table/${name}`),
    streamArn: arn('dynamodb', `table/${name}/stream/local`),
    streamView: 'NEW_AND_OLD_IMAGES',
    key: { partitionKey: 'pk', sortKey: 'sk' },
    attributes: { pk: 'S', sk: 'S' },
    indexes: [],
    ttlAttribute: 'ttl',
    ...overrides,
  };
}

export function buildRule(overrides: Partial<RuleModel> = {}): RuleModel {
  const name = overrides.name ?? 'ssc-local-orders';
  return {
    name,
    arn: arn('events', `rule/ssc-local/${name}`),
    path: `Test/${name}`,
    busName: 'ssc-local',
    pattern: { source: ['marketplace.orders'] },
    enabled: true,
    targets: [],
    ...overrides,
  };
}

export function buildMapping(overrides: Partial<EventSourceMappingModel> = {}): EventSourceMappingModel {
  return {
    path: 'Test/Mapping',
    functionArn: arn('lambda', 'function:ssc-local-sample'),
    sourceArn: arn('sqs', 'ssc-local-orders'),
    enabled: true,
    batchSize: 10,
    maximumBatchingWindowSeconds: 0,
    filters: [],
    reportsBatchItemFailures: true,
    ...overrides,
  };
}

/** Allows all but what `refuses` names, and keeps what it was asked. */
export function buildAuthorizer(
  refuses: (request: AccessRequest) => boolean = () => false,
): Authorizer & { asked: AccessRequest[] } {
  const asked: AccessRequest[] = [];
  return {
    asked,
    decide(request) {
      asked.push(request);
      if (!refuses(request)) return { allowed: true, statement: 'test' };
      return { allowed: false, message: `${request.principal.label} may not ${request.action} on ${request.resource}` };
    },
  };
}
