import { createCatalog } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { readCloudAssembly } from './cloud-assembly.ts';
import type { Deployment, RoleModel } from './deployment.ts';
import { dynamodbTypes, readTables } from './dynamodb.ts';
import { eventSourceMappingTypes, readEventSourceMappings } from './event-source-mapping.ts';
import { eventsTypes, readBuses, readRules } from './events.ts';
import { readHttpApis } from './http-api.ts';
import { httpApiTypes } from './http-api-types.ts';
import { iamTypes, readRoles } from './iam.ts';
import { lambdaTypes, readFunctions } from './lambda.ts';
import { resolveAssembly } from './resolve-assembly.ts';
import type { Place, ResourceTypes } from './resource.ts';
import { readScheduleGroups, readSchedules, schedulerTypes } from './scheduler.ts';
import { readEmailIdentities, sesTypes } from './ses.ts';
import { readQueues, sqsTypes } from './sqs.ts';
import { findUnservedSockets, readWebSocketApis } from './websocket-api.ts';
import { webSocketTypes } from './websocket-types.ts';
import { typesWithoutEffect } from './without-effect.ts';

const types: ResourceTypes = {
  ...dynamodbTypes,
  ...eventSourceMappingTypes,
  ...eventsTypes,
  ...httpApiTypes,
  ...iamTypes,
  ...lambdaTypes,
  ...schedulerTypes,
  ...sesTypes,
  ...sqsTypes,
  ...webSocketTypes,
  ...typesWithoutEffect,
};

/**
 * Reads all stacks of a cloud assembly (`cdk.out`) into one resolved model.
 * Nothing is skipped: a resource type, property, value or intrinsic function that the local runtime
 * does not play is an error, and one error holds them all, each by stack, path, type and property.
 */
export function loadDeployment(cloudAssemblyDirectory: string, place: Place): Deployment {
  const stacks = readCloudAssembly(cloudAssemblyDirectory);
  const resolved = resolveAssembly(stacks, types, place);
  const catalog = createCatalog(resolved.resources);
  const deployment: Deployment = {
    account: place.account,
    region: place.region,
    roles: readRoles(catalog),
    functions: readFunctions(catalog, stacks),
    tables: readTables(catalog, place),
    queues: readQueues(catalog),
    buses: readBuses(catalog),
    rules: readRules(catalog),
    eventSourceMappings: readEventSourceMappings(catalog),
    schedules: readSchedules(catalog),
    scheduleGroups: readScheduleGroups(catalog, place),
    emailIdentities: readEmailIdentities(catalog),
    httpApis: readHttpApis(catalog),
    webSocketApis: readWebSocketApis(catalog),
    outputs: resolved.outputs,
  };
  const problems = [...resolved.problems, ...catalog.problems, ...findBrokenReferences(deployment, catalog)];
  if (problems.length > 0) {
    throw new Error(
      `the cloud assembly holds what the local runtime does not know:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  return deployment;
}

/** What AWS would refuse at deployment, and what would otherwise fail only when first used. */
function findBrokenReferences(deployment: Deployment, catalog: Catalog): readonly string[] {
  // After a resource failed to load, those that refer to it would only repeat the news.
  if (catalog.problems.length > 0) return [];
  const arns = new Set([...deployment.functions, ...deployment.queues].map(({ arn }) => arn));
  const roles = new Map(deployment.roles.map((role) => [role.arn, role]));
  const missing = (path: string, arn: string | undefined): readonly string[] =>
    arn === undefined || arns.has(arn) ? [] : [`${path}: refers to ${arn}, which no stack holds`];
  const trusted = (path: string, roleArn: string, service: string): readonly string[] =>
    trusts(roles.get(roleArn), service) ? [] : [`${path}: its role ${roleArn} cannot be assumed by ${service}`];
  return [
    ...deployment.functions.flatMap(({ path, roleArn, asynchronous }) => [
      ...trusted(path, roleArn, 'lambda.amazonaws.com'),
      ...missing(path, asynchronous?.onFailureArn),
      ...missing(path, asynchronous?.deadLetterArn),
    ]),
    ...deployment.schedules.flatMap((schedule) => [
      ...trusted(schedule.path, schedule.roleArn, 'scheduler.amazonaws.com'),
      ...missing(schedule.path, schedule.targetArn),
      ...missing(schedule.path, schedule.deadLetterArn),
    ]),
    ...deployment.rules.flatMap(({ path, targets }) =>
      targets.flatMap(({ arn, deadLetterArn }) => [...missing(path, arn), ...missing(path, deadLetterArn)]),
    ),
    ...deployment.eventSourceMappings.flatMap(({ path, onFailureArn }) => missing(path, onFailureArn)),
    ...findUnservedSockets(deployment.functions),
  ];
}

function trusts(role: RoleModel | undefined, service: string): boolean {
  return (
    role?.trust.some(({ effect, principals }) => effect === 'Allow' && principals.includes(`Service:${service}`)) ??
    false
  );
}
