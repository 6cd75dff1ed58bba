/** What cannot be done, and what to do about it, in words for the person at the terminal. */
export class OpsError extends Error {
  override readonly name = 'OpsError';
}
