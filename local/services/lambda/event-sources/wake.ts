/** A pause that can be cut short. */
export interface Wake {
  /** Resolves after the time, at the end, or, if it listens, at a hint, also one given since the last wait. */
  wait(milliseconds: number, options: { readonly hints: boolean }): Promise<void>;
  hint(): void;
  /** Ends this and every later wait at once. */
  end(): void;
}

export function createWake(): Wake {
  let hinted = false;
  let ended = false;
  let cut: ((reason: 'hint' | 'end') => void) | undefined;
  return {
    wait: (milliseconds, { hints }) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          cut = undefined;
          if (hints) hinted = false;
          resolve();
        };
        const timer = setTimeout(done, milliseconds).unref();
        cut = (reason) => {
          if (hints || reason === 'end') done();
        };
        if (ended || (hints && hinted)) done();
      }),
    hint() {
      hinted = true;
      cut?.('hint');
    },
    end() {
      ended = true;
      cut?.('end');
    },
  };
}
