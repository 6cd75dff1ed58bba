import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../../local/core/access/policy-statement.ts';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { compilePattern } from '../../../local/services/events/event-pattern.ts';
import { ofKind } from '../../../infra/function-definition.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';
import { inboundEvents, ownEvents } from '../../../shared/contracts/events/catalogue.ts';
import { ownSource } from '../../../shared/contracts/events/parts/own-source.ts';
import { envelopeOf, eventExamples } from '../../builders/items/event-examples.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const authorizer = createAuthorizer(deployment);
const consumers = ofKind(await loadFunctions(), 'queue');
const bus = deployment.buses[0]?.arn ?? '';

/** Every example as it crosses the bus, the malformed ones too: no rule looks into them, their consumer says why. */
const wholeExamples = eventExamples().flatMap((example) =>
  [...example.valid, ...example.malformed].map(({ detail }) => envelopeOf(example, detail)),
);

/** Names of the rules that an event matches, without the stage. */
const rulesFor = (source: string, detailType: string): readonly string[] =>
  deployment.rules
    .filter(({ pattern }) => compilePattern(pattern)({ source, 'detail-type': detailType, detail: { version: 1 } }))
    .map(({ name }) => name.replace('ssc-local-', ''));

/** Entries of these sources, in one call. */
const mayPut = (roleArn: string, ...sources: readonly string[]): boolean =>
  withAnyone.decide({
    principal: { type: 'role', roleArn, accessKeyId: 'test', label: 'test' },
    action: 'events:PutEvents',
    resource: bus,
    context: sources.length === 0 ? {} : { 'events:source': sources },
  }).allowed;
/** A role of the same account whose own policy allows every event. */
const anyoneArn = 'arn:aws:iam::000000000000:role/anyone';
const everyEvent: PolicyStatement = {
  source: 'anyone',
  effect: 'Allow',
  actions: ['events:*'],
  resources: ['*'],
  conditions: {},
  principals: [],
};
const withAnyone = createAuthorizer({
  ...deployment,
  roles: [
    ...deployment.roles,
    ...deployment.roles.slice(0, 1).map((role) => ({ ...role, arn: anyoneArn, statements: [everyEvent] })),
  ],
});
const callerArn = (name: string): string => `arn:aws:iam::000000000000:role/ssc-local-${name}-us-east-1`;
const functionRole = (name: string): string =>
  deployment.functions.find((one) => one.name === `ssc-local-${name}`)?.roleArn ?? '';

describe('rules of the bus', () => {
  it.each([
    ['marketplace.identity', 'Buyer Profile Changed', 'buyer-profiles'],
    ['marketplace.identity', 'Buyer Erased', 'buyer-profiles'],
    ['marketplace.identity', 'Buyer Link Group Changed', 'buyer-links'],
    ['marketplace.orders', 'Order Status Changed', 'orders'],
    ['marketplace.orders', 'Order Cancellation Refused', 'cancellation-refusals'],
    ['marketplace.refunds', 'Refund Status Changed', 'refunds'],
    ['marketplace.refunds', 'Refund Rejection Refused', 'rejection-refusals'],
    ['marketplace.risk', 'Order Risk Flagged', 'order-flags'],
    ['marketplace.risk', 'Refund Risk Flagged', 'refund-flags'],
    ['marketplace.risk', 'Risk Flag Withdrawn', 'flag-withdrawals'],
    ['marketplace.risk', 'Fraud Outcome Confirmed', 'fraud-outcomes'],
    ['ssc', 'Access Granted', 'access-notices'],
  ])('send %s “%s” to %s alone', (source, detailType, rule) => {
    expect(rulesFor(source, detailType)).toEqual([rule]);
  });

  it.each([
    ['Alert Raised', ['deadlines', 'live', 'notices']],
    ['Alert Changed', ['deadlines', 'live', 'notices']],
    ['Buyer Unblocked', ['coverage', 'live', 'retaliation']],
    ['Block Changed', ['coverage', 'live', 'notices']],
    ['Order Stopped', ['live']],
    ['Access Terminated', ['access-notices', 'live']],
  ])('send our “%s” to all that wait for it', (detailType, rules) => {
    expect(rulesFor('ssc', detailType).toSorted()).toEqual(rules);
  });

  it('send a new block to what guards linked accounts, to what counts it, and to what tells its end', () => {
    expect(rulesFor('ssc', 'Buyer Blocked').toSorted()).toEqual(['coverage', 'live', 'notices', 'retaliation']);
  });

  it.each([
    ['marketplace.orders', 'Order Status changed'],
    ['marketplace.identity', 'Order Status Changed'],
    ['marketplace.risk', 'Order Cancellation Refused'],
    ['marketplace.refunds', 'Fraud Outcome Confirmed'],
    ['marketplace.risk', 'Alert Raised'],
    ['marketplace.weather', 'Rain Began'],
    ['someone.else', 'Buyer Erased'],
  ])('keep the unknown %s “%s” with its reason', (source, detailType) => {
    expect(rulesFor(source, detailType)).toEqual(['unrouted-events']);
  });

  it.each(inboundEvents)('send every $event.type to one queue that reads it', ({ event }) => {
    const [rule, ...others] = rulesFor(event.source, event.type);
    expect([rule, others]).toEqual([expect.not.stringMatching('unrouted-events'), []]);
  });

  it.each(deployment.rules)('let $name take what is for it, and nothing else', ({ name, pattern }) => {
    const matches = compilePattern(pattern);
    const routed = consumers.find(({ queue }) => name === `ssc-local-${queue}`)?.events ?? [];
    const isUnrouted = name === 'ssc-local-unrouted-events';
    for (const event of wholeExamples) {
      const [source, type] = [String(event['source']), String(event['detail-type'])];
      const isRouted = routed.some((one) => one.source === source && one.type === type);
      expect(matches(event), type).toBe(isRouted);
      expect(matches({ ...event, source: 'marketplace.weather' }), type).toBe(isUnrouted);
      expect(matches({ ...event, 'detail-type': `${type} ` }), type).toBe(isUnrouted && source !== ownSource);
    }
  });

  it.each(ownEvents)('hold no $event.type of ours for unknown', ({ event }) => {
    expect(rulesFor(event.source, event.type)).not.toContain('unrouted-events');
  });

  it('deliver to a queue that lets this rule in, and fall back to its dead letters', () => {
    for (const { name, arn, targets } of deployment.rules) {
      expect(targets, name).toHaveLength(1);
      for (const queueArn of [targets[0]?.arn, targets[0]?.deadLetterArn]) {
        if (queueArn === undefined) {
          expect(name).toBe('ssc-local-unrouted-events');
          continue;
        }
        const principal = { type: 'service', service: 'events.amazonaws.com', sourceArn: arn, label: name } as const;
        const context = { 'aws:SourceArn': [arn] };
        expect(authorizer.decide({ principal, action: 'sqs:SendMessage', resource: queueArn, context })).toMatchObject({
          allowed: true,
        });
      }
    }
  });

  it('add the reason to what they cannot route', () => {
    const target = deployment.rules.find(({ name }) => name.endsWith('unrouted-events'))?.targets[0];
    const whole = (target?.inputTransformer?.template ?? '').replace('<aws.events.event.json>', '{"id":"1"}');
    expect(JSON.parse(whole)).toEqual({ reason: 'unknown_event_type', event: { id: '1' } });
  });
});

describe('the bus', () => {
  it('lets the marketplace report, and nobody else in its name', () => {
    expect(mayPut(callerArn('marketplace'), 'marketplace.orders')).toBe(true);
    for (const caller of ['order-service', 'performance-service', 'support']) {
      expect(mayPut(callerArn(caller), 'marketplace.orders'), caller).toBe(false);
    }
    for (const { roleArn, name } of deployment.functions)
      expect(mayPut(roleArn, 'marketplace.orders'), name).toBe(false);
  });

  it('lets the outbox alone speak for us', () => {
    const speakers = deployment.functions.filter(({ roleArn }) => mayPut(roleArn, 'ssc')).map(({ name }) => name);
    expect(speakers.toSorted()).toEqual(['ssc-local-outbox-publisher', 'ssc-local-outbox-sweeper']);
    expect(mayPut(callerArn('marketplace'), 'ssc')).toBe(false);
    expect(mayPut(functionRole('outbox-publisher'), 'marketplace.identity')).toBe(false);
  });

  it('judges a call by every source in it', () => {
    const marketplace = callerArn('marketplace');
    expect(mayPut(marketplace, 'marketplace.orders', 'marketplace.risk')).toBe(true);
    expect(mayPut(functionRole('outbox-publisher'), 'ssc', 'ssc')).toBe(true);
    for (const other of ['ssc', 'weather']) {
      expect(mayPut(marketplace, 'marketplace.orders', other), other).toBe(false);
      expect(mayPut(marketplace, other, 'marketplace.orders'), other).toBe(false);
    }
    for (const other of ['marketplace.orders', 'weather'])
      expect(mayPut(functionRole('outbox-publisher'), 'ssc', other), other).toBe(false);
    for (const arn of [marketplace, functionRole('outbox-publisher')]) expect(mayPut(arn), arn).toBe(false);
  });

  it('keeps a role of the account that may put every event from speaking for the marketplace or for us', () => {
    expect(mayPut(anyoneArn, 'weather')).toBe(true);
    for (const source of ['marketplace.orders', 'ssc']) {
      expect(mayPut(anyoneArn, source), source).toBe(false);
      expect(mayPut(anyoneArn, 'weather', source), source).toBe(false);
      expect(mayPut(anyoneArn, source, 'weather'), source).toBe(false);
    }
  });

  it('lets ops put anything again', () => {
    for (const source of ['marketplace.identity', 'ssc']) expect(mayPut(callerArn('ops'), source)).toBe(true);
  });

  it('archives no identities', () => {
    const archive = stage.ofType('AWS::Events::Archive')[0]?.properties;
    const archived = compilePattern(archive?.['EventPattern']);
    expect(archived({ source: 'marketplace.identity', 'detail-type': 'Buyer Profile Changed' })).toBe(false);
    expect(archived({ source: 'marketplace.orders', 'detail-type': 'Order Status Changed' })).toBe(true);
    expect(archive?.['RetentionDays']).toBe(7);
  });
});
