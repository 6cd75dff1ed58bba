/** What the runtime prints while it runs: one line each, never a secret, token or body. */
export type Log = (line: string) => void;
