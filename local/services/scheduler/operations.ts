import type { Account } from '../../core/assembly/resource.ts';
import type { SchedulerTemplate } from './model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import { withoutUndefined } from '../../core/assembly/json.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { ScheduleBook } from './schedule-book.ts';
import { groupArnOf } from './schedule-firing.ts';
import { isJson } from './schedule-input.ts';
import { compileSchedule } from './schedule-expression.ts';
import type { BookedSchedule } from './schedule-journal.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { readDefinition, readListing, readReference } from './requests.ts';
import type { ScheduleDefinition } from './requests.ts';
import { describeSchedule, summarizeSchedule, toBooked } from './shapes.ts';

export interface SchedulerServiceOptions {
  readonly book: ScheduleBook;
  readonly authorizer: Authorizer;
  readonly clock: Pick<LocalClock, 'now'>;
}

type Operation = (input: JsonObject) => object;

/**
 * What each operation does, by its name. Two things are deliberately louder than AWS, which finds them out only when the
 * schedule fires: a target that the deployment does not hold, and an input that its function could not read.
 */
export function scheduleOperations(
  deployment: Account & SchedulerTemplate & LambdaTemplate & SqsTemplate,
  { book, authorizer, clock }: SchedulerServiceOptions,
): Readonly<Record<string, Operation>> {
  const arnOf = (group: string, name: string): string =>
    `arn:aws:scheduler:${deployment.region}:${deployment.account}:schedule/${group}/${name}`;
  const find = (input: JsonObject): BookedSchedule => {
    const { GroupName, Name } = readReference(input);
    const found = book.find(arnOf(GroupName, Name));
    if (found === undefined) throw missing(`Schedule ${Name} does not exist.`);
    return found;
  };

  const put = (given: ScheduleDefinition, createdAt: number): { readonly ScheduleArn: string } => {
    const arn = arnOf(given.GroupName, given.Name);
    checkDefinition(given, arn, deployment, authorizer);
    book.put(toBooked(given, arn, { createdAt, modifiedAt: clock.now() }));
    return { ScheduleArn: arn };
  };

  return {
    CreateSchedule(input) {
      const given = readDefinition(input);
      if (book.find(arnOf(given.GroupName, given.Name)))
        throw new AwsError('ConflictException', `Schedule ${given.Name} already exists.`, 409);
      return put(given, clock.now());
    },
    UpdateSchedule: (input) => put(readDefinition(input), find(referenceOf(input)).createdAt),
    DeleteSchedule(input) {
      book.remove(find(input).model.arn);
      return {};
    },
    GetSchedule: (input) => describeSchedule(find(input)),
    ListSchedules(input) {
      const { ScheduleGroup, NamePrefix = '', State, MaxResults, NextToken = '' } = readListing(input);
      const wanted = [...book.all()]
        .map(summarizeSchedule)
        .filter(({ Name, GroupName }) => Name.startsWith(NamePrefix) && (ScheduleGroup ?? GroupName) === GroupName)
        .filter((one) => one.State === (State ?? one.State) && one.Arn > NextToken)
        .toSorted((left, right) => (left.Arn < right.Arn ? -1 : 1));
      const page = wanted.slice(0, MaxResults);
      return { Schedules: page, ...(wanted.length > page.length && { NextToken: page.at(-1)?.Arn }) };
    },
  };
}

function referenceOf({ Name, GroupName }: JsonObject): JsonObject {
  return withoutUndefined({ Name, GroupName }) as JsonObject;
}

/** @throws AwsError for what AWS would refuse, and for what would fail only when the schedule fires. */
function checkDefinition(
  { GroupName, Target, ...rest }: ScheduleDefinition,
  arn: string,
  deployment: SchedulerTemplate & LambdaTemplate & SqsTemplate,
  authorizer: Authorizer,
): void {
  if (!deployment.scheduleGroups.some(({ name }) => name === GroupName))
    throw missing(`Schedule group ${GroupName} does not exist.`);
  checkExpression(rest);
  const isFunction = deployment.functions.some((candidate) => candidate.arn === Target.Arn);
  const isQueue = (queueArn: string) => deployment.queues.some((candidate) => candidate.arn === queueArn);
  if (!isFunction && !isQueue(Target.Arn))
    throw invalid(`The target ${Target.Arn} is neither a function nor a queue of the deployment.`);
  if (isFunction && Target.Input !== undefined && !isJson(Target.Input))
    throw invalid('The input of a function must be JSON.');
  if (Target.DeadLetterConfig !== undefined && !isQueue(Target.DeadLetterConfig.Arn))
    throw invalid(`The dead-letter queue ${Target.DeadLetterConfig.Arn} is not a queue of the deployment.`);
  const service = 'scheduler.amazonaws.com';
  const trust = authorizer.decide({
    principal: { type: 'service', service, sourceArn: groupArnOf(arn), label: `schedule ${rest.Name}` },
    action: 'sts:AssumeRole',
    resource: Target.RoleArn,
    context: {},
  });
  if (!trust.allowed)
    throw invalid('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
}

function checkExpression(given: Pick<ScheduleDefinition, 'ScheduleExpression' | 'ScheduleExpressionTimezone'>): void {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: timeZone } = given;
  try {
    compileSchedule(expression, 'UTC');
  } catch {
    throw invalid(`Invalid Schedule Expression ${expression}.`);
  }
  try {
    compileSchedule(expression, timeZone);
  } catch {
    throw invalid(`Invalid Timezone ${timeZone}.`);
  }
}

const missing = (message: string): AwsError => new AwsError('ResourceNotFoundException', message, 404);
const invalid = (message: string): AwsError => new AwsError('ValidationException', message);
