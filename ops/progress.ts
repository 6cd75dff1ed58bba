export interface Progress {
  step(outcome: 'done' | 'failed'): void;
  /** Leaves the last state standing. */
  end(): void;
}

export interface ProgressOptions {
  readonly total: number;
  /** A terminal gets a bar that moves, anything else a line now and then. */
  readonly terminal: boolean;
  /** Of the terminal: a longer line would break, and be left standing at each move. */
  readonly columns?: number | undefined;
  readonly write: (text: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const barWidth = 30;

/** Shows how far a long work is. */
export function createProgress({ total, terminal, columns = 80, write, now }: ProgressOptions): Progress {
  const startedAt = now();
  let done = 0;
  let failed = 0;
  let shownAt = startedAt;
  // A terminal that does not know its width says 0.
  const longest = (columns > 0 ? columns : 80) - 1;
  const show = (): void => {
    shownAt = now();
    const text = progressText({ done, failed, total }, shownAt - startedAt);
    write(terminal ? `\r${text.slice(0, longest)}\u001B[K` : `${text}\n`);
  };
  if (terminal) show();
  return {
    step(outcome) {
      done += 1;
      if (outcome === 'failed') failed += 1;
      if (now() - shownAt >= (terminal ? 100 : 2000)) show();
    },
    end() {
      show();
      if (terminal) write('\n');
    },
  };
}

/** `[###   ] 1234 of 5000, 24 %, 2 failed, 211 a second, 18 s left`; those that failed are among the 1234. */
export function progressText(
  { done, failed, total }: { readonly done: number; readonly failed: number; readonly total: number },
  milliseconds: number,
): string {
  const share = total === 0 ? 1 : done / total;
  const bar = '#'.repeat(Math.floor(share * barWidth)).padEnd(barWidth);
  const rate = milliseconds > 0 ? (done * 1000) / milliseconds : 0;
  const left = rate > 0 && done < total ? `, ${Math.ceil((total - done) / rate)} s left` : '';
  const failures = failed > 0 ? `, ${failed} failed` : '';
  return `[${bar}] ${done} of ${total}, ${Math.floor(share * 100)} %${failures}, ${Math.round(rate)} a second${left}`;
}
