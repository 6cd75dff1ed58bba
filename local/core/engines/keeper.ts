import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { EngineCommand } from './engine-command.ts';

export interface KeptProcess {
  /** What it wrote last, at most 4,000 characters. */
  output(): string;
  /** Why it is no longer running, or undefined while it is. */
  ended(): string | undefined;
  close(): Promise<void>;
}

/**
 * Runs the program and ends it when the keeper's standard input closes. The kernel closes that pipe when
 * this process goes, however it goes, so that even a SIGKILL leaves no engine behind.
 *
 * It also removes the folder of an engine whose data nobody keeps, as we cannot clean up after ourselves then.
 *
 * Once all is started it writes nothing itself: into the pipes of a killed process, that would end it before it cleans up.
 *
 * $1 is the file for the program's process id, $2 a folder to remove or nothing; the rest is the program with its arguments.
 */
const keeperScript = `
pidfile="$1"; disposable="$2"; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
echo "$program" >"$pidfile"
( while read -r _ <&3; do :; done; kill "$program"; sleep 3; kill -9 "$program" ) >/dev/null 2>&1 &
watcher=$!
exec 3<&- >/dev/null 2>&1
wait "$program"; status=$?
kill "$watcher" 2>/dev/null
rm -f "$pidfile"
[ -n "$disposable" ] && rm -rf "$disposable"
exit "$status"
`;

const outputLimit = 4_000;

/** Starts a program that ends with this process; `close` ends it earlier and resolves when it is gone. */
export function startKept(
  command: EngineCommand,
  { directory, pidFile, disposable }: { directory: string; pidFile: string; disposable: boolean },
): KeptProcess {
  const started = [pidFile, disposable ? directory : '', command.program, ...command.args];
  const keeper = spawn('sh', ['-c', keeperScript, 'keeper', ...started], {
    cwd: directory,
    stdio: ['pipe', 'pipe', 'pipe'],
    // In a session of its own, so that Ctrl-C reaches us first and the engine lives until we end it.
    detached: true,
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-outputLimit);
  };
  keeper.stdout.on('data', keep);
  keeper.stderr.on('data', keep);
  let ended: string | undefined;
  const exited = once(keeper, 'exit').then(
    ([code]) => {
      ended = `It ended with status ${String(code)}.`;
    },
    (error: unknown) => {
      ended = `It could not be started: ${String(error)}.`;
    },
  );
  return {
    output: () => output,
    ended: () => ended,
    async close() {
      keeper.stdin.end();
      await exited;
    },
  };
}
