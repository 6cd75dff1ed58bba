import { describe, expect, it } from 'vitest';
import { toEnvelope } from '../../../../services/events/event-envelope.ts';
import type { PutEventsEntry } from '../../../../services/events/event-envelope.ts';

const place = { account: '000000000000', region: 'us-east-1', now: Date.parse('2026-11-22T10:00:00.999Z') };
const entry = { Source: 'marketplace.orders', DetailType: 'Order Status Changed', Detail: '{"orderId":"1"}' };
const build = (overrides: PutEventsEntry = {}) => toEnvelope({ ...entry, ...overrides }, place);

describe('toEnvelope', () => {
  it('builds the event that rules and targets see', () => {
    expect(build()).toEqual({
      version: '0',
      id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
      'detail-type': 'Order Status Changed',
      source: 'marketplace.orders',
      account: '000000000000',
      time: '2026-11-22T10:00:00Z',
      region: 'us-east-1',
      resources: [],
      detail: { orderId: '1' },
    });
  });

  it('gives every event an ID of its own', () => {
    const ids = [build(), build()].map((event) => 'id' in event && event.id);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    [1_700_000_000, '2023-11-14T22:13:20Z'],
    [1_700_000_000.75, '2023-11-14T22:13:20Z'],
    [0, '1970-01-01T00:00:00Z'],
    ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z'],
  ])('takes the time %s of an entry, in whole seconds of UTC', (Time, time) => {
    expect(build({ Time })).toMatchObject({ time });
  });

  it('keeps the resources, and a detail without anything in it', () => {
    expect(build({ Resources: ['arn:one'], Detail: '{}' })).toMatchObject({ resources: ['arn:one'], detail: {} });
  });

  it.each([
    [{ Source: '' }, 'InvalidArgument', 'Parameter Source is not valid. Reason: Source is a required argument.'],
    [
      { DetailType: '' },
      'InvalidArgument',
      'Parameter DetailType is not valid. Reason: DetailType is a required argument.',
    ],
    [{ Detail: '' }, 'InvalidArgument', 'Parameter Detail is not valid. Reason: Detail is a required argument.'],
    [{ Detail: '{' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Detail: '[]' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Detail: 'null' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Detail: '"text"' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Source: 'aws.ec2' }, 'NotAuthorizedForSourceException', 'Not authorized for the source.'],
    [{ Time: 'yesterday' }, 'InvalidArgument', 'Parameter Time is not valid.'],
    [{ Time: '' }, 'InvalidArgument', 'Parameter Time is not valid.'],
    [{ Time: 1e300 }, 'InvalidArgument', 'Parameter Time is not valid.'],
  ])('refuses %j', (wrong, ErrorCode, ErrorMessage) => {
    expect(build(wrong)).toEqual({ ErrorCode, ErrorMessage });
  });

  it('takes a source that only begins like one of AWS', () => {
    expect(build({ Source: 'awsome.shop' })).toMatchObject({ source: 'awsome.shop' });
  });
});
