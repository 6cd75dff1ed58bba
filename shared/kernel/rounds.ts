/** With one more read and one more write after it, still within an API function's time. */
const withinMilliseconds = 8000;

/**
 * Rounds of a write that is decided anew whenever something changed in between: 0, 1, 2 …, at most `most`, and none
 * begun after 8 s, so that the caller gets our answer and not the gateway's.
 */
export function* rounds(most: number): Generator<number, void> {
  const giveUpAt = performance.now() + withinMilliseconds;
  for (let round = 0; round < most && performance.now() < giveUpAt; round++) yield round;
}
