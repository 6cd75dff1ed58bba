/** Longer than most invocations, short enough for someone who pressed Ctrl-C. */
const closingMilliseconds = 3_000;

/** Resolves when the work is done, or when closing has taken long enough: a hanging function must not hold the exit. */
export async function withinClosingTime(work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closingMilliseconds);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
