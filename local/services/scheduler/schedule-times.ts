/** Whether a schedule falls due after one instant and up to another; epoch milliseconds. */
export interface ScheduleTimes {
  /** The first time it falls due in (after, upTo], if it does. */
  firstDue(after: number, upTo: number): number | undefined;
}
