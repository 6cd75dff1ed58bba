/** What it takes to run an engine: its program, and where it may write. */
export interface EngineCommand {
  readonly program: string;
  readonly args: readonly string[];
}
