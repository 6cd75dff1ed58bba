import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSearch } from './search.ts';
import type { Finding } from './search.ts';
import { secretKinds } from './secret.ts';
import type { Secret, SecretKind } from './secret.ts';

export interface LogScanResult {
  readonly passed: boolean;
  /** Files that are not empty: one for each process that logged, and one for each whose tests collected logs. */
  readonly logs: number;
  readonly bytes: number;
  readonly lines: number;
  /** Different ones of each kind that were searched for. */
  readonly secrets: Readonly<Record<SecretKind, number>>;
  readonly findings: readonly Finding[];
  /** Whose log, or which kind of secret, the folder does not hold at all. */
  readonly missing: readonly string[];
}

/** Whose logs there must be: tests that run shared code themselves, a function's process, the started product, and what tests collect of the local runtime's parts. */
const scripts = ['forks', 'run-function', 'start', 'collected'];

/** What the start prints for the person who started it, with a token and lines to paste: the terminal's, not a log. */
const banner = /^ {2}HTTP APIs {5}[^]*?^ready$/gm;

/**
 * Searches all logs of a folder for all secrets of that folder, and for these. A folder in which a kind of log or of secret
 * is missing proves nothing, so that it does not pass either.
 */
export async function scanFolder(folder: string, further: readonly Secret[]): Promise<LogScanResult> {
  const names = await readdir(folder);
  const read = (extension: string) =>
    Promise.all(
      names
        .filter((name) => name.endsWith(extension))
        .map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
    );
  const logs = (await read('.log')).filter(({ text }) => text !== '');
  const secrets = new Map<string, Secret>();
  for (const secret of further) secrets.set(JSON.stringify(secret), secret);
  for (const { text } of await read('.secrets')) {
    // The last line of a killed process may be half a line.
    for (const line of text.split('\n').slice(0, -1)) secrets.set(line, JSON.parse(line) as Secret);
  }
  const search = createSearch(secrets.values());
  const findings = logs.flatMap(({ name, text }) => search(name, withoutCard(text)));
  const counts = Object.fromEntries(
    secretKinds.map((kind) => [kind, [...secrets.values()].filter((secret) => secret.kind === kind).length]),
  ) as Record<SecretKind, number>;
  const missing = [
    ...scripts
      .filter((script) => !logs.some(({ name }) => name.startsWith(`${script}-`)))
      .map((name) => `log of ${name}`),
    ...secretKinds.filter((kind) => counts[kind] === 0),
  ];
  return {
    passed: findings.length === 0 && missing.length === 0,
    logs: logs.length,
    bytes: logs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    lines: logs.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
    secrets: counts,
    findings,
    missing,
  };
}

/** The lines remain, so that those after them keep their numbers. */
function withoutCard(text: string): string {
  return text.replaceAll(banner, (lines) => lines.replaceAll(/[^\n]/g, ''));
}

/** For people: one line when all is well; otherwise where to look. */
export function describeScan({ passed, logs, bytes, lines, secrets, findings, missing }: LogScanResult): string {
  const number = (value: number): string => value.toLocaleString('en');
  const searched = secretKinds.map((kind) => `${number(secrets[kind])} × ${kind}`).join(', ');
  const size = `${number(lines)} lines (${number(bytes)} bytes) in ${number(logs)} files`;
  return [
    `${passed ? '✓' : '✗'} logs: ${size} searched for ${searched}: ${findings.length === 0 ? 'none' : number(findings.length)} found`,
    ...missing.map((what) => `    There is no ${what}: nothing is proven.`),
    ...findings.slice(0, 50).map(({ file, line, what }) => `    ${file}:${line} holds ${what}`),
  ].join('\n');
}
