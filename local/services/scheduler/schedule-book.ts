import type { ScheduleModel } from './model.ts';
import type { Journal } from '../../core/state/journal.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import { compileSchedule } from './schedule-expression.ts';
import { createScheduleJournal } from './schedule-journal.ts';
import type { BookedSchedule } from './schedule-journal.ts';
import { WakeHeap } from '../../core/state/wake-heap.ts';

/** A schedule that has fallen due; times are epoch milliseconds on the local clock. */
export interface DueSchedule {
  readonly model: ScheduleModel;
  readonly scheduledTime: number;
  /** To be called when the target has had it, or it has become a dead letter. */
  settle(): void;
}

/** The schedules that callers make while the runtime runs, by ARN. */
export interface ScheduleBook {
  find(arn: string): BookedSchedule | undefined;
  all(): Iterable<BookedSchedule>;
  /** Adds a schedule, or puts it in the place of the one with its ARN. */
  put(schedule: BookedSchedule): void;
  remove(arn: string): void;
  /**
   * What has fallen due, each schedule at most once. A one-time schedule is in the journal until it is settled, so that
   * a SIGKILL in between fires it again: at least once, as EventBridge Scheduler promises.
   */
  takeDue(now: number): readonly DueSchedule[];
}

interface Recurring {
  readonly schedule: BookedSchedule;
  /** The instant from which its next firing counts. */
  last: number;
}

export function createScheduleBook(options: {
  readonly journal: Journal;
  readonly clock: Pick<LocalClock, 'now'>;
}): ScheduleBook {
  const journal = createScheduleJournal(options.journal);
  const booked = new Map<string, BookedSchedule>();
  const oneTime = new WakeHeap<BookedSchedule>();
  const recurring = new Map<string, Recurring>();

  const place = (schedule: BookedSchedule, last: number): void => {
    const { model } = schedule;
    booked.set(model.arn, schedule);
    recurring.delete(model.arn);
    if (!model.enabled || schedule.completed) return;
    const at = oneTimeInstant(model);
    // An instant that has passed is due at once: so it was measured on AWS, whose documentation is silent about it.
    if (at !== undefined) oneTime.push(at, schedule);
    else recurring.set(model.arn, { schedule, last });
  };
  for (const { schedule, firedAt } of journal.restored) place(schedule, firedAt ?? schedule.modifiedAt);

  const remove = (arn: string): void => {
    if (!booked.delete(arn)) return;
    recurring.delete(arn);
    journal.remove(arn);
  };
  const settle = (schedule: BookedSchedule): void => {
    const { arn } = schedule.model;
    // Replaced or removed while it was on its way.
    if (booked.get(arn) !== schedule) return;
    if (schedule.deletesItself) return remove(arn);
    const completed = { ...schedule, completed: true };
    booked.set(arn, completed);
    journal.put(completed);
  };

  return {
    find: (arn) => booked.get(arn),
    all: () => booked.values(),
    put(schedule) {
      place(schedule, options.clock.now());
      journal.put(schedule);
    },
    remove,
    takeDue(now) {
      const due: DueSchedule[] = [];
      for (let next = oneTime.popDue(now); next; next = oneTime.popDue(now)) {
        const { at: scheduledTime, item: schedule } = next;
        const { model } = schedule;
        // One that was replaced or removed is left in the heap until its instant.
        if (booked.get(model.arn) === schedule) due.push({ model, scheduledTime, settle: () => settle(schedule) });
      }
      for (const entry of recurring.values()) {
        const scheduledTime = nextDue(entry, now);
        if (scheduledTime === undefined) continue;
        const { model } = entry.schedule;
        entry.last = now;
        journal.fired(model.arn, now);
        due.push({ model, scheduledTime, settle: () => undefined });
      }
      return due;
    },
  };
}

function nextDue({ schedule, last }: Recurring, now: number): number | undefined {
  const { expression, timeZone } = schedule.model;
  return compileSchedule(expression, timeZone).firstDue(last, now);
}

/** The instant of an `at(…)`; undefined for a rate or a cron. @throws Error for an expression that is none of these. */
function oneTimeInstant({ expression, timeZone }: ScheduleModel): number | undefined {
  if (!expression.startsWith('at(')) return undefined;
  return compileSchedule(expression, timeZone).firstDue(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}
