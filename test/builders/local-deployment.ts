import { collectPermissions } from '../../local/core/access/permission-rules.ts';
import type { TemplateOf } from '../../local/core/service.ts';
import { services } from '../../local/service-list.ts';
import type { Deployment } from '../../local/deployment.ts';
import type { EventSourceMappingModel, FunctionModel } from '../../local/services/lambda/model.ts';
import type { QueueModel } from '../../local/services/sqs/model.ts';
import type { RuleModel } from '../../local/services/events/model.ts';
import type { TableModel } from '../../local/services/dynamodb/model.ts';
import type { AccessRequest, Authorizer } from '../../local/core/access/access-request.ts';

type Template = TemplateOf<typeof services>;

const account = '000000000000';
const region = 'us-east-1';
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

export function buildDeployment(overrides: Partial<Omit<Deployment, 'permissions'>> = {}): Deployment {
  const deployment = {
    account: account,
    region: region,
    roles: [],
    functions: [],
    tables: [],
    queues: [],
    buses: [],
    archives: [],
    rules: [],
    eventSourceMappings: [],
    schedules: [],
    scheduleGroups: [],
    emailIdentities: [],
    signingKeys: [],
    topicPolicies: [],
    httpApis: [],
    webSocketApis: [],
    buckets: [],
    bucketDeployments: [],
    distributions: [],
    stacks: [],
    outputs: {},
    ...overrides,
  };
  return { ...deployment, permissions: collectPermissions<Template>(services, deployment) };
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
