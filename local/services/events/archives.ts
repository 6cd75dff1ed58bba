import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { EventEnvelope } from './event-envelope.ts';
import { compilePattern } from './event-pattern.ts';
import type { ArchiveModel } from './model.ts';

/** What the archives of the buses keep, in memory: the newest, until the runtime ends. */
export interface Archives {
  /** To be called with each event that a bus took. */
  observe(busName: string, event: EventEnvelope): void;
  start(replay: ReplayOrder): Replay;
  describe(name: string): Replay;
  cancel(name: string): Replay;
}

export interface ReplayOrder {
  readonly name: string;
  readonly archiveArn: string;
  readonly from: number;
  readonly to: number;
  /** Rules that get the events; all of the bus without any. */
  readonly ruleArns: readonly string[];
}

export interface Replay extends ReplayOrder {
  state: 'RUNNING' | 'COMPLETED' | 'CANCELLED';
  /** Of the event that was sent last. */
  lastReplayedAt: number | undefined;
}

export interface ArchivesOptions {
  readonly clock: LocalClock;
  /** Gives an event to the rules of a bus that it matches, and that are asked for. */
  readonly replay: (busName: string, event: EventEnvelope, ruleArns: readonly string[]) => void;
}

const mostKept = 10_000;
/** Between events, so that a replay can be seen and stopped. */
const pauseMilliseconds = 2;

export function createArchives(models: readonly ArchiveModel[], { clock, replay }: ArchivesOptions): Archives {
  const archives = models.map((model) => ({
    model,
    matches: model.pattern ? compilePattern(model.pattern, `${model.path} pattern`) : () => true,
    kept: [] as { readonly at: number; readonly event: EventEnvelope }[],
  }));
  const replays = new Map<string, Replay>();
  const find = (name: string): Replay => {
    const found = replays.get(name);
    if (!found) throw new AwsError('ResourceNotFoundException', `Replay ${name} does not exist.`);
    return found;
  };
  return {
    observe(busName, event) {
      for (const { model, matches, kept } of archives) {
        if (model.busName !== busName || !matches(event)) continue;
        kept.push({ at: clock.now(), event });
        if (kept.length > mostKept) kept.shift();
      }
    },
    start(order) {
      const archive = archives.find(({ model }) => model.arn === order.archiveArn);
      if (!archive) throw new AwsError('ResourceNotFoundException', `Archive ${order.archiveArn} does not exist.`);
      if (replays.has(order.name))
        throw new AwsError('ResourceAlreadyExistsException', `Replay ${order.name} already exists.`);
      const started: Replay = { ...order, state: 'RUNNING', lastReplayedAt: undefined };
      replays.set(order.name, started);
      const wanted = archive.kept.filter(({ at }) => at >= order.from && at <= order.to);
      const next = (): void => {
        if (started.state !== 'RUNNING') return;
        const kept = wanted.shift();
        if (!kept) {
          started.state = 'COMPLETED';
          return;
        }
        replay(archive.model.busName, kept.event, order.ruleArns);
        started.lastReplayedAt = kept.at;
        setTimeout(next, pauseMilliseconds).unref();
      };
      setTimeout(next, pauseMilliseconds).unref();
      return started;
    },
    describe: find,
    cancel(name) {
      const running = find(name);
      if (running.state !== 'RUNNING') throw new AwsError('IllegalStatusException', `Replay ${name} is not running.`);
      running.state = 'CANCELLED';
      return running;
    },
  };
}
