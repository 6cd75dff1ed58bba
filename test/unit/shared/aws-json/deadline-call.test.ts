import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../../../shared/aws-json/deadline.ts';
import { callWithin, pauseBefore } from '../../../../shared/aws-json/deadline-call.ts';
import { createHedgeBudget } from '../../../../shared/aws-json/hedge-rules.ts';
import { scriptedAwsClient } from '../../../builders/fakes/scripted-aws-client.ts';
import { throughTime, useVirtualTime } from '../../../builders/fakes/virtual-time.ts';

const never = () => new Promise(() => undefined);
const late = (value: unknown, milliseconds: number) =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
const hedge = () => ({ afterMilliseconds: 10, budget: createHedgeBudget(0.05) });
const roomy = () => deadlineIn(5000);
/** With all the time that it takes. */
const call = (...args: Parameters<typeof callWithin>) => throughTime(callWithin(...args));

useVirtualTime();

describe('a call within its deadline', () => {
  it('sends one request when it is answered soon', async () => {
    const client = scriptedAwsClient(() => 'yes');
    expect(await call(client, 'GetItem', '{"a":1}', roomy(), hedge())).toBe('yes');
    await throughTime(late(0, 30));
    expect(client.sent).toMatchObject([{ operation: 'GetItem', input: { a: 1 } }]);
  });

  it('sends the same again when the first is late, takes what comes first, and gives the loser a second', async () => {
    const client = scriptedAwsClient((_, count) => (count === 1 ? never() : 'second'));
    expect(await call(client, 'GetItem', '{"a":1}', roomy(), hedge())).toBe('second');
    expect(client.sent).toMatchObject([{ input: { a: 1 }, abandonedAfter: 1000 }, { input: { a: 1 } }]);
    const other = scriptedAwsClient((_, count) => (count === 1 ? late('first', 40) : never()));
    expect(await call(other, 'GetItem', '{}', roomy(), hedge())).toBe('first');
  });

  it('waits for the other when one of the two fails, and rejects when both have', async () => {
    const slow = scriptedAwsClient((_, count) => (count === 1 ? late('first', 60) : Promise.reject(new Error('no'))));
    expect(await call(slow, 'GetItem', '{}', roomy(), hedge())).toBe('first');
    const failing = scriptedAwsClient(async (_, count) => {
      await late(0, count === 1 ? 40 : 0);
      throw new Error(`no ${count}`);
    });
    await expect(call(failing, 'GetItem', '{}', roomy(), hedge())).rejects.toThrow('no 1');
    expect(failing.sent).toHaveLength(2);
  });

  it('rejects at once when the first fails before it is late, also when it cannot be sent', async () => {
    const client = scriptedAwsClient(() => Promise.reject(new Error('no')));
    await expect(call(client, 'GetItem', '{}', roomy(), hedge())).rejects.toThrow('no');
    expect(client.sent).toHaveLength(1);
    const mute = {
      ...client,
      send: () => {
        throw new Error('no credentials');
      },
    };
    await expect(call(mute, 'GetItem', '{}', roomy(), hedge())).rejects.toThrow('no credentials');
  });

  it('ends at its deadline, with and without a second request, and closes what hangs', async () => {
    for (const second of [hedge(), undefined]) {
      const client = scriptedAwsClient(never);
      const started = performance.now();
      await expect(call(client, 'GetItem', '{}', deadlineIn(40), second)).rejects.toMatchObject({
        name: 'TimeoutError',
      });
      expect(performance.now() - started).toBe(40);
      expect(client.sent.map(({ abandonedAfter }) => abandonedAfter)).toEqual(second ? [0, 0] : [0]);
    }
  });

  it('sends no second request without one, nor beyond its budget', async () => {
    const plain = scriptedAwsClient(() => late('first', 30));
    expect(await call(plain, 'SendMessage', '{}', roomy())).toBe('first');
    expect(plain.sent).toHaveLength(1);
    const client = scriptedAwsClient(() => late('first', 30));
    const shared = hedge();
    for (let nth = 0; nth < 3; nth++) await call(client, 'GetItem', '{}', roomy(), shared);
    expect(client.sent).toHaveLength(4);
  });
});

describe('a pause before another attempt', () => {
  it('says whether there is time left', async () => {
    expect(await throughTime(pauseBefore(1, roomy()))).toBe(true);
    expect(await pauseBefore(1, deadlineIn(0))).toBe(false);
  });
});
