import { describe, expect, it } from 'vitest';
import { compileTransformer } from '../../../../services/events/input-transformer.ts';
import type { EventEnvelope } from '../../../../services/events/event-envelope.ts';
import { buildRule } from '../../../../../test/builders/local-deployment.ts';

const rule = buildRule();
const event: EventEnvelope = {
  version: '0',
  id: 'one',
  'detail-type': 'a "quoted" type',
  source: 'marketplace.orders',
  account: '000000000000',
  time: '2026-11-22T10:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: { orderId: '9007199254740993', count: 2, nothing: null, nested: { list: [1, 'b'] } },
};
const paths = {
  type: '$.detail-type',
  all: '$',
  order: '$.detail.orderId',
  count: '$.detail.count',
  nothing: '$.detail.nothing',
  nested: '$.detail.nested',
  absent: '$.detail.absent.deeper',
  inherited: '$.detail.constructor',
};
const render = (template: string) => compileTransformer({ paths, template }, rule)(event);

describe('compileTransformer', () => {
  it.each([
    ['<type>', '"a \\"quoted\\" type"'],
    ['"<type>"', '"a \\"quoted\\" type"'],
    ['"order <order> of <count>"', '"order 9007199254740993 of 2"'],
    ['{"n":<count>}', '{"n":2}'],
    ['<nested>', '{"list":[1,"b"]}'],
    ['"<nested>"', String.raw`"{\"list\":[1,\"b\"]}"`],
    ['[<absent>,"<absent>",<nothing>,"<nothing>"]', '[null,"",null,""]'],
    ['<inherited>', 'null'],
    ['plain <count> <order>', 'plain 2 "9007199254740993"'],
    [String.raw`"a \" <count> \\"`, String.raw`"a \" 2 \\"`],
    ['1 < 2 > <count>', '1 < 2 > 2'],
  ])('makes of %s: %s', (template, text) => {
    expect(render(template)).toBe(text);
  });

  it('gives the whole event by the path $', () => {
    expect(JSON.parse(render('<all>'))).toEqual(event);
  });

  it('fills in the variables that EventBridge gives every template', () => {
    const { detail: _, ...head } = event;
    expect(
      JSON.parse(
        render(
          '{"rule":[<aws.events.rule-arn>,"<aws.events.rule-name>"],"at":<aws.events.event.ingestion-time>,"head":<aws.events.event>,"whole":<aws.events.event.json>}',
        ),
      ),
    ).toEqual({ rule: [rule.arn, rule.name], at: event.time, head, whole: event });
  });

  it('leaves what an event holds as a text, even when it looks like a variable', () => {
    const transform = compileTransformer({ paths, template: '"<order>"' }, rule);
    expect(transform({ ...event, detail: { orderId: '<count>"' } })).toBe(String.raw`"<count>\""`);
  });

  it.each([
    [{ paths: {}, template: '<gone>' }, 'Test/ssc-local-orders: the input template uses <gone>, which'],
    [{ paths: {}, template: '"<aws.events.other>"' }, 'uses <aws.events.other>'],
    [{ paths: {}, template: '<toString>' }, 'uses <toString>'],
    [{ paths: { a: '$.detail[0]' }, template: '<a>' }, 'Test/ssc-local-orders: the input path $.detail[0] is beyond'],
    [{ paths: { a: 'detail' }, template: '<a>' }, 'the input path detail is beyond'],
    [{ paths: { a: '$.a..b' }, template: '' }, 'the input path $.a..b is beyond'],
  ])('refuses %j by the name of the rule', (transformer, problem) => {
    expect(() => compileTransformer(transformer, rule)).toThrow(problem);
  });
});
