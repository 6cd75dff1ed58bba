import type { WaiverKey } from '../contracts/http/receipts.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';

/** For so long, a failure answers everybody. */
const failureMilliseconds = 5_000;

/** The keys with which receipts are signed, or were. */
export interface KeySet {
  /** @throws what reading them threw: a set that lacks a key would have honest receipts refused. */
  read(): Promise<readonly WaiverKey[]>;
}

/**
 * Reads the keys once in the life of a process, for whoever asks: anybody may, and each reading is paid for. One that fails
 * is tried again some seconds later, and not by everybody who asks meanwhile.
 *
 * @param read one key; it never changes.
 */
export function createKeySet(
  keyArns: readonly string[],
  read: (keyArn: string) => Promise<WaiverKey>,
  clock: Clock,
): KeySet {
  let keys: Promise<readonly WaiverKey[]> | undefined;
  let failedAt: EpochMilliseconds = Number.NEGATIVE_INFINITY;
  return {
    read() {
      const isWorthAnother = Math.abs(clock.now() - failedAt) >= failureMilliseconds;
      if (keys === undefined || (failedAt !== Number.NEGATIVE_INFINITY && isWorthAnother)) {
        failedAt = Number.NEGATIVE_INFINITY;
        keys = Promise.all(keyArns.map(read));
        keys.catch(() => {
          failedAt = clock.now();
        });
      }
      return keys;
    },
  };
}
