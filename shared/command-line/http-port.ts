import { wholeNumber } from './read-options.ts';
import { UsageError } from './usage-error.ts';

/** What `fetch` and browsers refuse to ask ("bad port"), since other protocols live there: the Fetch Standard's port blocking. */
const blocked = new Set([
  ...[
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  ],
  ...[
    111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  ],
  ...[540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061],
  ...[6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

export function isBlockedPort(port: number): boolean {
  return blocked.has(port);
}

/**
 * The port of both HTTP APIs, with that of the AWS endpoint behind it.
 *
 * @param option as it is written, e.g. `--port`.
 * @throws UsageError naming the option, for what is no port, or one of the two that HTTP clients would not ask.
 */
export function parseHttpPort(option: string, text: string): number {
  const port = wholeNumber(option, text, 1, 65_534);
  const refused = [port, port + 1].find(isBlockedPort);
  if (refused === undefined) return port;
  const behind = refused === port ? '' : ` (the AWS endpoint's, one behind ${port})`;
  throw new UsageError(
    `${option}: fetch and browsers refuse port ${refused}${behind}, which belongs to another protocol. Take another, e.g. 3000.`,
  );
}
