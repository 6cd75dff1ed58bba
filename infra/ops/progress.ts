export interface Progress {
  step(): void;
  /** Leaves the last state standing. */
  end(): void;
}

export interface ProgressOptions {
  readonly total: number;
  /** A terminal gets a bar that moves, anything else a line now and then. */
  readonly terminal: boolean;
  readonly write: (text: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const barWidth = 30;

/** Shows how far a long work is. */
export function createProgress({ total, terminal, write, now }: ProgressOptions): Progress {
  const startedAt = now();
  let done = 0;
  let shownAt = startedAt;
  const show = (): void => {
    shownAt = now();
    const text = progressText(done, total, shownAt - startedAt);
    write(terminal ? `\r${text}\u001B[K` : `${text}\n`);
  };
  if (terminal) show();
  return {
    step() {
      done += 1;
      if (now() - shownAt >= (terminal ? 100 : 2000)) show();
    },
    end() {
      show();
      if (terminal) write('\n');
    },
  };
}

/** `[###   ] 1234 of 5000, 24 %, 211 a second, 18 s left`. */
export function progressText(done: number, total: number, milliseconds: number): string {
  const share = total === 0 ? 1 : done / total;
  const bar = '#'.repeat(Math.floor(share * barWidth)).padEnd(barWidth);
  const rate = milliseconds > 0 ? (done * 1000) / milliseconds : 0;
  const left = rate > 0 && done < total ? `, ${Math.ceil((total - done) / rate)} s left` : '';
  return `[${bar}] ${done} of ${total}, ${Math.floor(share * 100)} %, ${Math.round(rate)} a second${left}`;
}
