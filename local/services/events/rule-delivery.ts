import type { Account } from '../../core/assembly/resource.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { RuleModel, RuleTargetModel } from './model.ts';
import type { AccessRequest, Authorizer } from '../../core/access/access-request.ts';
import type { InvokeAsynchronously } from '../lambda/invocation.ts';
import type { Log } from '../../core/log.ts';
import type { QueueMessage } from '../sqs/message.ts';
import type { Queues } from '../sqs/queues.ts';
import type { EventEnvelope } from './event-envelope.ts';
import { compileTransformer } from './input-transformer.ts';

/** Sends a matched event to all targets of its rule; never throws. */
export type Delivery = (event: EventEnvelope) => void;

export interface DeliveryOptions {
  readonly queues: Queues;
  readonly invokeAsynchronously: InvokeAsynchronously;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

/** A failed delivery, with the code that EventBridge writes to a dead letter. */
interface Refusal {
  readonly code: 'NO_PERMISSIONS' | 'NO_RESOURCE' | 'INVALID_JSON';
  readonly message: string;
}

/**
 * Delivers a rule's events as EventBridge does: with its service principal and the rule as source, so that the
 * target's own policy decides, and to the target's dead-letter queue, without a retry, where that refuses.
 *
 * @throws Error naming rule and target when the target is neither a queue nor a function of the deployment.
 */
export function createRuleDelivery(
  deployment: Account & SqsTemplate & LambdaTemplate,
  rule: RuleModel,
  options: DeliveryOptions,
): Delivery {
  const targets = rule.targets.map((target) => {
    const { inputTransformer, deadLetterArn } = target;
    const send = createSender(deployment, rule, target, options);
    const render = inputTransformer ? compileTransformer(inputTransformer, rule) : JSON.stringify;
    return { target, send, render, sendToDlq: createDlqSender(deployment, rule, deadLetterArn, options) };
  });
  return (event) => {
    for (const { target, send, render, sendToDlq } of targets) {
      const body = render(event);
      const refusal = send(body);
      if (refusal) sendToDlq(JSON.stringify(event), target, refusal);
    }
  };
}

function createSender(
  deployment: Account & SqsTemplate & LambdaTemplate,
  rule: RuleModel,
  target: RuleTargetModel,
  options: DeliveryOptions,
): (body: string) => Refusal | undefined {
  if (deployment.queues.some((queue) => queue.arn === target.arn)) {
    return (body) => sendToQueue(deployment, rule, target.arn, { body }, options);
  }
  if (deployment.functions.some((model) => model.arn === target.arn)) {
    return (body) => {
      const refusal = refuse(options.authorizer, toRequest(deployment, rule, 'lambda:InvokeFunction', target.arn));
      if (refusal) return refusal;
      const payload = parseJson(body);
      if (payload === undefined) return { code: 'INVALID_JSON', message: 'The input of the function is no JSON.' };
      void options.invokeAsynchronously(target.arn, payload);
      return undefined;
    };
  }
  throw new Error(`${rule.path}: the target ${target.arn} is neither a queue nor a function of the deployment.`);
}

/** What a transformer's template makes of an event need not be JSON, which a function takes alone. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function createDlqSender(
  deployment: Account & SqsTemplate & LambdaTemplate,
  rule: RuleModel,
  deadLetterArn: string | undefined,
  options: DeliveryOptions,
) {
  return (body: string, target: RuleTargetModel, refusal: Refusal): void => {
    options.log(`Rule ${rule.name} could not deliver to ${target.arn}: ${refusal.code}: ${refusal.message}`);
    if (deadLetterArn === undefined) return;
    const messageAttributes = toAttributes({
      RULE_ARN: rule.arn,
      TARGET_ARN: target.arn,
      ERROR_CODE: refusal.code,
      ERROR_MESSAGE: refusal.message,
    });
    const lost = sendToQueue(deployment, rule, deadLetterArn, { body, messageAttributes }, options);
    if (lost)
      options.log(`Rule ${rule.name} lost an event: its dead-letter queue ${deadLetterArn} answered ${lost.message}`);
  };
}

function sendToQueue(
  deployment: Account & SqsTemplate & LambdaTemplate,
  rule: RuleModel,
  queueArn: string,
  message: { readonly body: string; readonly messageAttributes?: QueueMessage['messageAttributes'] },
  options: DeliveryOptions,
): Refusal | undefined {
  if (!deployment.queues.some((queue) => queue.arn === queueArn))
    return { code: 'NO_RESOURCE', message: `There is no queue ${queueArn}.` };
  const refusal = refuse(options.authorizer, toRequest(deployment, rule, 'sqs:SendMessage', queueArn));
  if (!refusal) options.queues.send(queueArn, message);
  return refusal;
}

function refuse(authorizer: Authorizer, request: AccessRequest): Refusal | undefined {
  const answer = authorizer.decide(request);
  return answer.allowed ? undefined : { code: 'NO_PERMISSIONS', message: answer.message };
}

function toRequest(
  deployment: Account & SqsTemplate & LambdaTemplate,
  rule: RuleModel,
  action: string,
  resource: string,
): AccessRequest {
  return {
    principal: { type: 'service', service: 'events.amazonaws.com', sourceArn: rule.arn, label: `rule ${rule.name}` },
    action,
    resource,
    context: {
      'aws:SourceArn': [rule.arn],
      'aws:SourceAccount': [deployment.account],
      // AWS services call each other over TLS, and queue policies commonly deny everything else.
      'aws:SecureTransport': ['true'],
    },
  };
}

function toAttributes(values: Readonly<Record<string, string>>): QueueMessage['messageAttributes'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, { DataType: 'String', StringValue: text }]),
  );
}
