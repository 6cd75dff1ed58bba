import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { coverageStep } from '../../../../shared/contracts/messages/coverage-step.ts';
import type { CoverageStep } from '../../../../shared/contracts/messages/coverage-step.ts';
import { correlated } from '../../../../shared/logs/correlation.ts';
import { createStepQueue } from '../../../../shared/coverage/step-queue.ts';

interface Batch {
  readonly QueueUrl: string;
  readonly Entries: readonly {
    readonly Id: string;
    readonly MessageBody: string;
    readonly MessageAttributes?: object;
  }[];
}

/** A queue that keeps what it was sent, but takes no message with this ID. */
function fakeSqs(refused?: string) {
  const batches: Batch[] = [];
  const send = async ({ input }: { readonly input: Batch }) => {
    batches.push(input);
    return { Failed: input.Entries.filter(({ Id }) => Id === refused) };
  };
  return { client: { send } as unknown as SQSClient, batches };
}

const block = { shopId: 's', root: 'r', blockId: 'b' };
const steps = Array.from(
  { length: 23 },
  (_, index): CoverageStep => ({
    step: 'release_earlier',
    block,
    from: { group: `g-${index}` },
  }),
);

describe('the queue of steps', () => {
  it('takes any number of steps, ten at once, as their consumer reads them', async () => {
    const { client, batches } = fakeSqs();
    await createStepQueue('https://queue', client).send(steps);
    expect(batches.map(({ Entries }) => Entries.length)).toEqual([10, 10, 3]);
    const bodies = batches.flatMap(({ Entries }) => Entries.map(({ MessageBody }) => MessageBody));
    expect(bodies.map((body) => coverageStep.parse(JSON.parse(body)))).toEqual(steps);
  });

  it('sends nothing for no steps', async () => {
    const { client, batches } = fakeSqs();
    await createStepQueue('https://queue', client).send([]);
    expect(batches).toEqual([]);
  });

  it('fails when one step is not taken, so that all are sent again', async () => {
    const { client } = fakeSqs('4');
    const sending = createStepQueue('https://queue', client).send(steps);
    await expect(sending).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a step', () => {
  it('fits ten times into one call, however long its IDs are', () => {
    const id = 'x'.repeat(64);
    const largest = coverageStep.parse({
      step: 'follow_group',
      groupId: id,
      revision: Number.MAX_SAFE_INTEGER,
      block: { shopId: id, root: id, blockId: id, scope: 'linked_user_ids', expiresAt: Number.MAX_SAFE_INTEGER },
      accounts: Array.from({ length: 100 }, () => id),
      isFresh: true,
      left: 100,
    });
    expect(10 * JSON.stringify(largest).length).toBeLessThan(256 * 1024);
  });

  it('goes by the ID of what began the chain', async () => {
    const { client, batches } = fakeSqs();
    const queue = createStepQueue('https://queue', client);
    await correlated('request-1', () => queue.send(steps.slice(0, 1)));
    await queue.send(steps.slice(0, 1));
    expect(batches.map(({ Entries: [entry] }) => entry?.MessageAttributes)).toEqual([
      { correlationId: { DataType: 'String', StringValue: 'request-1' } },
      undefined,
    ]);
  });
});
