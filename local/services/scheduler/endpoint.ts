import type { Account } from '../../core/assembly/resource.ts';
import type { SchedulerTemplate } from './model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import { asText } from '../../core/assembly/json.ts';
import type { SignedRequest } from '../../core/access/signed-request.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { readDefinition, readListing, readReference } from './requests.ts';
import { scheduleOperations } from './operations.ts';
import type { SchedulerServiceOptions } from './operations.ts';
import { parseJson } from '../../core/aws-endpoint/endpoint-service.ts';
import type { EndpointService, ParsedCall, Requirement } from '../../core/aws-endpoint/endpoint-service.ts';

const path = /^\/schedules(?:\/([^/?]*))?\/?(?:\?(.*))?$/;
const operations: Readonly<Record<string, string>> = {
  POST: 'CreateSchedule',
  GET: 'GetSchedule',
  PUT: 'UpdateSchedule',
  DELETE: 'DeleteSchedule',
};
/** Query parameters that are written in small letters where the API's members are not. */
const queryNames: Readonly<Record<string, string>> = { groupName: 'GroupName', clientToken: 'ClientToken' };

/** EventBridge Scheduler: schedules only; their groups are the template's. */
export function createSchedulerEndpoint(
  deployment: Account & SchedulerTemplate & LambdaTemplate & SqsTemplate,
  options: SchedulerServiceOptions,
): EndpointService {
  const operations = scheduleOperations(deployment, options);
  return {
    name: 'scheduler',
    operations: Object.keys(operations),
    errors: { style: 'rest-json' },
    refusalStatus: 403,
    parse,
    requirements: (call) => requirements(call, deployment),
    perform: ({ operation, input }) => {
      const content = operations[operation]?.(input) ?? {};
      return Promise.resolve({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      });
    },
  };
}

function parse(request: SignedRequest): ParsedCall {
  const [, encodedName, query = ''] = path.exec(request.url) ?? [];
  const operation =
    encodedName === undefined && request.method === 'GET' ? 'ListSchedules' : operations[request.method];
  if (
    !path.test(request.url) ||
    operation === undefined ||
    (encodedName === undefined && operation !== 'ListSchedules')
  ) {
    const asked = `${request.method} ${request.url.replace(/\?.*$/, '')}`;
    throw new AwsError(
      'UnknownOperationException',
      `the local AWS endpoint does not serve ${asked} of EventBridge Scheduler`,
      404,
    );
  }
  const parameters = [...new URLSearchParams(query)].map(([key, value]) => [queryNames[key] ?? key, value] as const);
  const body = request.body.length > 0 ? parseJson(request.body) : {};
  const named = encodedName === undefined ? {} : { Name: decodeURIComponent(encodedName) };
  const input: JsonObject = { ...body, ...Object.fromEntries(parameters), ...named };
  // Before any permission is asked: the permissions are about what the members name.
  if (operation === 'ListSchedules') readListing(input);
  else if (operation === 'CreateSchedule' || operation === 'UpdateSchedule') readDefinition(input);
  else readReference(input);
  return { operation, input };
}

/** Listing knows no resource; whoever makes a schedule also hands over its role. */
function requirements(
  { operation, input }: ParsedCall,
  { account, region }: Account & SchedulerTemplate & LambdaTemplate & SqsTemplate,
): readonly Requirement[] {
  const action = `scheduler:${operation}`;
  if (operation === 'ListSchedules') return [{ action, resource: '*', context: {} }];
  const { Name, GroupName } = readReference({
    Name: input['Name'] ?? '',
    ...(input['GroupName'] !== undefined && { GroupName: input['GroupName'] }),
  });
  const schedule = {
    action,
    resource: `arn:aws:scheduler:${region}:${account}:schedule/${GroupName}/${Name}`,
    context: {},
  };
  if (operation !== 'CreateSchedule' && operation !== 'UpdateSchedule') return [schedule];
  const target = input['Target'] as JsonObject;
  const context = { 'iam:PassedToService': ['scheduler.amazonaws.com'] };
  return [schedule, { action: 'iam:PassRole', resource: asText(target['RoleArn']) ?? '', context }];
}
