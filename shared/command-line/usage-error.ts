/** What the command line asks for that cannot be; its message is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
