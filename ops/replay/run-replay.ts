import { setTimeout as sleep } from 'node:timers/promises';
import { CancelReplayCommand, DescribeReplayCommand, StartReplayCommand } from '@aws-sdk/client-eventbridge';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';

export interface ReplayJob {
  readonly events: Pick<EventBridgeClient, 'send'>;
  readonly name: string;
  readonly archiveArn: string;
  readonly busArn: string;
  readonly ruleArns: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
  readonly pauseMilliseconds?: number;
}

/** EventBridge takes that many rules for one replay. */
const mostRules = 5;
/** The order within a minute is not kept, so that going on has to begin a minute earlier. */
const overlapMilliseconds = 60_000;

/**
 * Replays an archive to these rules, one lot after the other, and says how far it is.
 *
 * @returns whether all of it was replayed.
 */
export async function runReplay(job: ReplayJob): Promise<boolean> {
  const lots: (readonly string[])[] = [];
  for (let start = 0; start < job.ruleArns.length; start += mostRules)
    lots.push(job.ruleArns.slice(start, start + mostRules));
  for (const [index, lot] of lots.entries()) {
    const part = lots.length === 1 ? '' : ` (part ${index + 1} of ${lots.length})`;
    if (!(await replayLot({ ...job, ruleArns: lot, name: `${job.name}-${index + 1}` }, part))) return false;
  }
  return true;
}

async function replayLot(job: ReplayJob, part: string): Promise<boolean> {
  const { events, name: ReplayName, say, stop, from, to, pauseMilliseconds = 2000 } = job;
  await events.send(
    new StartReplayCommand({
      ReplayName,
      EventSourceArn: job.archiveArn,
      EventStartTime: from,
      EventEndTime: to,
      Destination: { Arn: job.busArn, FilterArns: [...job.ruleArns] },
    }),
  );
  const rules = job.ruleArns.map((arn) => arn.replace(/^.*\//, '')).join(', ');
  say(`Replay ${ReplayName}${part} to ${rules}.`);
  let last = from;
  for (let looks = 0; ; looks += 1) {
    const { State, StateReason, EventLastReplayedTime } = await events.send(new DescribeReplayCommand({ ReplayName }));
    last = EventLastReplayedTime ?? last;
    if (State === 'COMPLETED') {
      say(`Replay ${ReplayName}${part}: done.`);
      return true;
    }
    if (State === 'FAILED' || State === 'CANCELLED' || State === 'CANCELLING') {
      say(`Replay ${ReplayName}: ${State}${StateReason ? `, ${StateReason}` : ''}. ${goOn(last, from)}`);
      return false;
    }
    if (stop.aborted) {
      // Done by now, perhaps: then there is nothing to cancel.
      await events.send(new CancelReplayCommand({ ReplayName })).catch(() => undefined);
      say(`Replay ${ReplayName}: stopped. ${goOn(last, from)}`);
      return false;
    }
    if (looks % 5 === 0) say(`Replay ${ReplayName}: ${share(from, last, to)} %, at ${last.toISOString()}.`);
    await sleep(pauseMilliseconds, undefined, { signal: stop }).catch(() => undefined);
  }
}

function goOn(last: Date, from: Date): string {
  const again = new Date(Math.max(from.getTime(), last.getTime() - overlapMilliseconds));
  return `Go on with --from ${again.toISOString()}: what comes twice changes nothing.`;
}

function share(from: Date, last: Date, to: Date): number {
  return Math.floor((100 * (last.getTime() - from.getTime())) / (to.getTime() - from.getTime()));
}
