import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { createEventForwarder } from '../../../ops/event-forwarder.ts';

const event = { source: 'marketplace.risk', 'detail-type': 'Odd', detail: { a: 1 } };

function forwarder(answer: object = { Entries: [{ EventId: 'e' }] }) {
  const sent: unknown[] = [];
  const client = {
    send: async (command: { input: unknown }) => {
      sent.push(command.input);
      return answer;
    },
  };
  return { sent, forward: createEventForwarder(client as unknown as EventBridgeClient, 'dev') };
}

describe('putting an event on the bus again', () => {
  it('keeps its source, type, detail and time', async () => {
    const { sent, forward } = forwarder();
    await forward(JSON.stringify({ ...event, time: '2026-11-22T12:00:00Z' }));
    await forward(JSON.stringify({ reason: 'unknown_event_type', event }));
    const entry = { EventBusName: 'ssc-dev', Source: 'marketplace.risk', DetailType: 'Odd', Detail: '{"a":1}' };
    expect(sent).toEqual([{ Entries: [{ ...entry, Time: new Date('2026-11-22T12:00:00Z') }] }, { Entries: [entry] }]);
  });

  it('refuses what is no event, and says what to do', async () => {
    const { sent, forward } = forwarder();
    await expect(forward('{}')).rejects.toThrow('correct it with --corrected, or drop it');
    expect(sent).toEqual([]);
  });

  it.each([
    {},
    { Entries: [] },
    { Entries: [{}] },
  ])('fails where the bus does not say that it took it: %j', async (answer) => {
    const { forward } = forwarder(answer);
    await expect(forward(JSON.stringify(event))).rejects.toThrow('did not say that it took it');
  });

  it('fails in the bus’s own words', async () => {
    const { forward } = forwarder({ Entries: [{ ErrorCode: 'InternalFailure', ErrorMessage: 'later' }] });
    await expect(forward(JSON.stringify(event))).rejects.toThrow('InternalFailure: later');
  });
});
