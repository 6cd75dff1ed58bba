import type { Account } from '../../core/assembly/resource.ts';
import type { EventsTemplate, RuleModel } from './model.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { InvokeAsynchronously } from '../lambda/invocation.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Log } from '../../core/log.ts';
import type { PutEventsEntry, EventEnvelope } from './event-envelope.ts';
import type { Queues } from '../sqs/queues.ts';
import { compilePattern } from './event-pattern.ts';
import type { EventMatcher } from './event-pattern.ts';
import { toEnvelope } from './event-envelope.ts';
import { createRuleDelivery } from './rule-delivery.ts';
import type { Delivery } from './rule-delivery.ts';

export interface EventBus {
  /** Entries of one PutEvents call, already authorised; one result per entry, as EventBridge answers. */
  put(
    entries: readonly PutEventsEntry[],
  ): readonly ({ EventId: string } | { ErrorCode: string; ErrorMessage: string })[];
  /** Gives an archived event once more to the rules of a bus that it matches: to those of these ARNs, or to all without any. */
  replay(busName: string, event: EventEnvelope, ruleArns: readonly string[]): void;
}

export interface BusOptions {
  readonly queues: Queues;
  readonly invokeAsynchronously: InvokeAsynchronously;
  readonly clock: LocalClock;
  readonly authorizer: Authorizer;
  readonly log: Log;
  /** Sees every accepted event with its bus and the names of the rules that matched. */
  readonly observe?: (busName: string, event: EventEnvelope, matchedRules: readonly string[]) => void;
}

interface CompiledRule {
  readonly model: RuleModel;
  readonly matches: EventMatcher;
  readonly deliver: Delivery;
}

/** Every account has one; no rule of ours can stand on it unless the template says so. */
const defaultBus = 'default';

/**
 * The deployment's event buses with their rules.
 *
 * Queues receive before `put` returns, so that what was acknowledged is in the queues' journal. One thing is
 * deliberately louder than AWS: an entry for a bus that does not exist is refused, where EventBridge answers
 * success and drops it (aws-cli issue 9186), because here it is always a mistake.
 *
 * @throws Error naming rule and field for a pattern, target or transformer that the local runtime does not know.
 */
export function createBus(
  deployment: Account & EventsTemplate & SqsTemplate & LambdaTemplate,
  options: BusOptions,
): EventBus {
  const rules = deployment.rules
    .filter((model) => model.enabled)
    .map(
      (model): CompiledRule => ({
        model,
        matches: compilePattern(model.pattern, `${model.path} pattern`),
        deliver: createRuleDelivery(deployment, model, options),
      }),
    );
  const busNames = new Set([defaultBus, ...deployment.buses.map((bus) => bus.name)]);

  const putOne = (entry: PutEventsEntry): ReturnType<EventBus['put']>[number] => {
    const busName = toBusName(entry.EventBusName ?? defaultBus);
    if (!busNames.has(busName)) {
      return { ErrorCode: 'InvalidArgument', ErrorMessage: `Event bus ${busName} does not exist.` };
    }
    const event = toEnvelope(entry, {
      account: deployment.account,
      region: deployment.region,
      now: options.clock.now(),
    });
    if ('ErrorCode' in event) return event;
    const matched = rules.filter((rule) => rule.model.busName === busName && rule.matches(event));
    for (const rule of matched) rule.deliver(event);
    const names = matched.map((rule) => rule.model.name);
    options.observe?.(busName, event, names);
    return { EventId: event.id };
  };
  return {
    put: (entries) => entries.map(putOne),
    replay(busName, event, ruleArns) {
      const wanted = rules.filter(({ model }) => ruleArns.length === 0 || ruleArns.includes(model.arn));
      for (const { model, matches, deliver } of wanted) if (model.busName === busName && matches(event)) deliver(event);
    },
  };
}

/** A name, or the ARN `arn:aws:events:<region>:<account>:event-bus/<name>`. */
function toBusName(nameOrArn: string): string {
  return nameOrArn.replace(/^arn:.*:event-bus\//, '');
}
