import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * `node run.js <file> …`: runs a TypeScript file, named from the project's folder, on the Node.js that Lambda runs.
 *
 * `npm ci` brings that Node.js, and puts it first on the PATH of npm's scripts. An npm before 11.6.2, and a start that is not
 * through npm, find the machine's own: an older one hands over to the one in `node_modules`, or says in one sentence what
 * is missing. So this file is JavaScript that Node.js 18 can read.
 */

/** What Lambda runs, and the first that takes TypeScript as it stands. */
const needed = 24;

/**
 * @param {string} version of Node.js, as `process.versions.node` says it.
 * @returns {boolean} Whether everything runs on it.
 */
export function isNewEnough(version) {
  return Number.parseInt(version, 10) >= needed;
}

/**
 * @param {string} version of the Node.js that is too old.
 * @returns {string} Why nothing is started on it, and what to do, in one sentence.
 */
export function refusalOf(version) {
  return (
    `This needs Node.js ${needed} and was started by ${version}: run \`npm ci\`, which brings Node.js ${needed} on Linux ` +
    `(x64 and arm64), or install Node.js ${needed} yourself.`
  );
}

/**
 * @param {string} projectFolder
 * @param {string} architecture of this machine, as `process.arch` says it.
 * @returns {string | undefined} The Node.js that `npm ci` has brought.
 */
export function packagedNode(projectFolder, architecture) {
  const file = join(projectFolder, 'node_modules', `node-linux-${architecture}`, 'bin', 'node');
  return existsSync(file) ? file : undefined;
}

/** Ends as the process does that stands in for this one: its code, or the signal that ended it. What is sent here is passed on. */
function handOver(/** @type {string} */ node) {
  const own = fileURLToPath(import.meta.url);
  const env = { ...process.env, PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter) };
  const child = spawn(node, [own, ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal sends its Ctrl-C to both.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

/**
 * An npm that is killed takes nothing with it: what it started would live on, and keep its ports. So it ends with the npm above it,
 * as by SIGTERM. The scripts that last begin with `exec`, or the shell between would live on, too. Who starts this otherwise may leave it behind.
 */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

async function run() {
  endWithNpm();
  const [node = '', , file = '', ...rest] = process.argv;
  if (isNewEnough(process.versions.node)) {
    const entry = new URL(file, import.meta.url);
    process.argv = [node, fileURLToPath(entry), ...rest];
    await import(entry.href);
    return;
  }
  const packaged = packagedNode(fileURLToPath(new URL('.', import.meta.url)), process.arch);
  if (packaged !== undefined) {
    handOver(packaged);
    return;
  }
  process.stderr.write(`${refusalOf(process.versions.node)}\n`);
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await run();
