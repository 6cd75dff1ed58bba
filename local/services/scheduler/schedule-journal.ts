import type { ScheduleModel } from './model.ts';
import type { Journal } from '../../core/state/journal.ts';

const topic = 'schedule-book';
/** Compaction rewrites what is alive, so it waits until the history is several times that. */
const fewestRecords = 2_000;
const historyPerSchedule = 4;

/** A schedule that a caller made; times are epoch milliseconds on the local clock. */
export interface BookedSchedule {
  readonly model: ScheduleModel;
  readonly group: string;
  readonly description?: string;
  /** `ActionAfterCompletion` is `DELETE`. */
  readonly deletesItself: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** A one-time schedule that has fired and does not delete itself. */
  readonly completed: boolean;
}

type ScheduleRecord =
  | { readonly op: 'put'; readonly schedule: BookedSchedule }
  | { readonly op: 'fired'; readonly arn: string; readonly at: number }
  | { readonly op: 'remove'; readonly arn: string };

interface Kept {
  readonly schedule: BookedSchedule;
  /** When a recurring one fired last. */
  readonly firedAt?: number;
}

/** What the schedule book must not forget. */
export interface ScheduleJournal {
  readonly restored: readonly Kept[];
  put(schedule: BookedSchedule): void;
  fired(arn: string, at: number): void;
  remove(arn: string): void;
}

export function createScheduleJournal(journal: Journal): ScheduleJournal {
  const kept = new Map<string, Kept>();
  let history = 0;
  const apply = (record: ScheduleRecord): void => {
    if (record.op === 'put') kept.set(record.schedule.model.arn, { schedule: record.schedule });
    else if (record.op === 'remove') kept.delete(record.arn);
    else {
      const known = kept.get(record.arn);
      if (known) kept.set(record.arn, { ...known, firedAt: record.at });
    }
  };
  const compact = (): void => {
    const records = [...kept.values()].flatMap(({ schedule, firedAt }): ScheduleRecord[] => [
      { op: 'put', schedule },
      ...(firedAt === undefined ? [] : [{ op: 'fired' as const, arn: schedule.model.arn, at: firedAt }]),
    ]);
    history = records.length;
    journal.compact(topic, records);
  };
  const write = (record: ScheduleRecord): void => {
    journal.append({ topic: topic, value: record });
    apply(record);
    history += 1;
    const isLong = history % fewestRecords === 0 && history > kept.size * historyPerSchedule;
    if (isLong) compact();
  };

  for (const record of journal.replay(topic) as readonly ScheduleRecord[]) {
    apply(record);
    history += 1;
  }
  if (history > 0) compact();
  return {
    restored: [...kept.values()],
    put: (schedule) => write({ op: 'put', schedule }),
    fired: (arn, at) => write({ op: 'fired', arn, at }),
    remove: (arn) => write({ op: 'remove', arn }),
  };
}
