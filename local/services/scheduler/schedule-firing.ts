import { randomUUID } from 'node:crypto';
import type { Account } from '../../core/assembly/resource.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { ScheduleModel } from './model.ts';
import type { AccessAnswer, Authorizer } from '../../core/access/access-request.ts';
import type { InvokeAsynchronously } from '../lambda/invocation.ts';
import type { Log } from '../../core/log.ts';
import type { Queues } from '../sqs/queues.ts';
import { isJson, toScheduleInput } from './schedule-input.ts';

export interface FiringOptions {
  readonly invokeAsynchronously: InvokeAsynchronously;
  readonly queues: Queues;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

export interface ScheduleFiring {
  /** Why the schedule could not work, in words: an unknown target, or what its role may not; undefined when it could. */
  findObstacle(model: ScheduleModel): string | undefined;
  /** Resolves when the target has had it, its retries included, or it has become a dead letter. */
  fire(model: ScheduleModel, scheduledTime: number): Promise<void>;
}

/** What keeps a schedule from its target, with the code that stands in a dead letter. */
interface Obstacle {
  readonly code: 'AccessDeniedException' | 'ResourceNotFoundException' | 'InvalidRequestContentException';
  readonly message: string;
}

/**
 * Fires schedules as EventBridge Scheduler does: it assumes the schedule's role, then invokes a function as an event
 * or sends to a queue. What it is refused goes to the schedule's dead-letter queue at once, as nothing that can be
 * refused here would be allowed a minute later: the retry policy has nothing to do. A function that fails is no concern of
 * the schedule's: its own retries and destinations are.
 */
export function createScheduleFiring(
  deployment: Account & LambdaTemplate & SqsTemplate,
  options: FiringOptions,
): ScheduleFiring {
  const functions = new Set(deployment.functions.map(({ arn }) => arn));
  const queues = new Set(deployment.queues.map(({ arn }) => arn));

  const { assume, decide } = scheduleAccess(options.authorizer);
  const findObstacle = (model: ScheduleModel): Obstacle | undefined => {
    const { targetArn } = model;
    const isFunction = functions.has(targetArn);
    if (!isFunction && !queues.has(targetArn)) {
      const message = `the target ${targetArn} is neither a function nor a queue of the deployment.`;
      return { code: 'ResourceNotFoundException', message };
    }
    const action = isFunction ? 'lambda:InvokeFunction' : 'sqs:SendMessage';
    for (const answer of [assume(model), decide(model, action, targetArn)])
      if (!answer.allowed) return { code: 'AccessDeniedException', message: answer.message };
    if (isFunction && !isJson(toScheduleInput(deployment, model, { scheduledTime: 0, executionId: '' })))
      return { code: 'InvalidRequestContentException', message: 'the input of a function must be JSON.' };
    return undefined;
  };
  const sendToDlq = (model: ScheduleModel, body: string, obstacle: Obstacle, scheduledTime: number): void => {
    const { name, targetArn, deadLetterArn } = model;
    options.log(`Schedule ${name} could not reach ${targetArn}: ${obstacle.message}`);
    if (deadLetterArn === undefined || !queues.has(deadLetterArn)) return;
    if (!assume(model).allowed || !decide(model, 'sqs:SendMessage', deadLetterArn).allowed) return;
    const messageAttributes = toAttributes(model, obstacle, scheduledTime);
    options.queues.send(deadLetterArn, { body, messageAttributes });
  };

  return {
    findObstacle(model) {
      const obstacle = findObstacle(model);
      if (obstacle !== undefined) return obstacle.message;
      if (model.deadLetterArn === undefined) return undefined;
      const answer = decide(model, 'sqs:SendMessage', model.deadLetterArn);
      return answer.allowed ? undefined : answer.message;
    },
    async fire(model, scheduledTime) {
      const input = toScheduleInput(deployment, model, { scheduledTime, executionId: randomUUID() });
      const obstacle = findObstacle(model);
      if (obstacle !== undefined) sendToDlq(model, input, obstacle, scheduledTime);
      else if (queues.has(model.targetArn)) options.queues.send(model.targetArn, { body: input });
      else await options.invokeAsynchronously(model.targetArn, JSON.parse(input) as unknown);
    },
  };
}

/** May the scheduler assume the schedule's role, and what may that role do. */
function scheduleAccess(authorizer: Authorizer) {
  return {
    decide: ({ name, roleArn }: ScheduleModel, action: string, resource: string): AccessAnswer =>
      authorizer.decide({
        principal: { type: 'role', roleArn, accessKeyId: '', label: `schedule ${name}` },
        action,
        resource,
        context: {},
      }),
    assume: ({ name, arn, roleArn }: ScheduleModel): AccessAnswer =>
      authorizer.decide({
        principal: {
          type: 'service',
          service: 'scheduler.amazonaws.com',
          // Of the group: a role cannot be limited to one schedule.
          sourceArn: groupArnOf(arn),
          label: `schedule ${name}`,
        },
        action: 'sts:AssumeRole',
        resource: roleArn,
        context: {},
      }),
  };
}

/** What EventBridge Scheduler writes to a dead letter. */
function toAttributes({ arn, targetArn }: ScheduleModel, { code, message }: Obstacle, scheduledTime: number) {
  const attributes = {
    SCHEDULE_ARN: arn,
    TARGET_ARN: targetArn,
    SCHEDULED_TIME: new Date(scheduledTime).toISOString(),
    ERROR_CODE: code,
    ERROR_MESSAGE: message,
  };
  return Object.fromEntries(
    Object.entries(attributes).map(([key, text]) => [key, { DataType: 'String', StringValue: text }]),
  );
}

/** Of `arn:aws:scheduler:<region>:<account>:schedule/<group>/<name>`. */
export function groupArnOf(scheduleArn: string): string {
  return scheduleArn.replace(/:schedule\/([^/]+)\/.*$/, ':schedule-group/$1');
}
