import { CancelReplayCommand, DescribeReplayCommand, StartReplayCommand } from '@aws-sdk/client-eventbridge';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { runReplay } from '../../../../ops/replay/run-replay.ts';

const from = new Date('2026-12-01T10:00:00.000Z');
const to = new Date('2026-12-01T11:00:00.000Z');
const half = new Date('2026-12-01T10:30:00.000Z');

function replayWith(states: readonly object[], more: { stop?: AbortSignal; rules?: number } = {}) {
  const sent: object[] = [];
  const left = [...states];
  const send = (command: { readonly input: object }) => {
    sent.push(command);
    return Promise.resolve(command instanceof DescribeReplayCommand ? (left.shift() ?? states.at(-1)) : {});
  };
  const said: string[] = [];
  const ruleArns = Array.from({ length: more.rules ?? 1 }, (_, index) => `arn:rule/bus/rule-${index}`);
  const done = runReplay({
    events: { send } as unknown as Pick<EventBridgeClient, 'send'>,
    ...{ name: 'r', archiveArn: 'arn:archive', busArn: 'arn:bus', ruleArns, from, to },
    say: (line) => void said.push(line),
    stop: more.stop ?? new AbortController().signal,
    pauseMilliseconds: 1,
  });
  return { done, sent, said };
}

describe('a replay', () => {
  it('goes to the rules alone, says how far it is, and waits for the end', async () => {
    const { done, sent, said } = replayWith([
      { State: 'RUNNING', EventLastReplayedTime: half },
      { State: 'COMPLETED' },
    ]);
    expect(await done).toBe(true);
    expect((sent[0] as StartReplayCommand).input).toMatchObject({
      EventSourceArn: 'arn:archive',
      Destination: { Arn: 'arn:bus', FilterArns: ['arn:rule/bus/rule-0'] },
    });
    expect(said).toContain('Replay r-1: 50 %, at 2026-12-01T10:30:00.000Z.');
  });

  it('takes as many parts as EventBridge wants', async () => {
    const { done, sent } = replayWith([{ State: 'COMPLETED' }], { rules: 7 });
    expect(await done).toBe(true);
    const parts = sent.filter((command) => command instanceof StartReplayCommand);
    expect(parts.map(({ input }) => input.Destination?.FilterArns?.length)).toEqual([5, 2]);
  });

  it('is cancelled by Ctrl-C, and says where to go on, a minute before', async () => {
    const running = { State: 'RUNNING', EventLastReplayedTime: half };
    const { done, sent, said } = replayWith([running], { stop: AbortSignal.abort(), rules: 7 });
    expect(await done).toBe(false);
    expect(sent.filter((command) => command instanceof CancelReplayCommand)).toHaveLength(1);
    expect(sent.filter((command) => command instanceof StartReplayCommand)).toHaveLength(1);
    expect(said.at(-1)).toContain('Go on with --from 2026-12-01T10:29:00.000Z');
  });

  it('says why it failed', async () => {
    const { done, said } = replayWith([{ State: 'FAILED', StateReason: 'the archive is empty' }]);
    expect(await done).toBe(false);
    expect(said.at(-1)).toContain('FAILED, the archive is empty. Go on with --from 2026-12-01T10:00:00.000Z');
  });
});
