import { OpsError } from './ops-error.ts';

/** By message ID: the body that is sent in a dead letter's place, or `null` for a dead letter that is dropped. */
export type Corrections = ReadonlyMap<string, string | null>;

/**
 * Reads lines as `dlq list --export` writes them; of each only `messageId` and `body` count. A body may also be the JSON
 * itself instead of its text.
 *
 * @throws OpsError naming the line that is wrong.
 */
export function parseCorrections(file: string, text: string): Corrections {
  const corrections = new Map<string, string | null>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const wrong = (what: string) => new OpsError(`${file}, line ${index + 1}: ${what}. Nothing was sent.`);
    const { messageId, body } = parseLine(line, wrong);
    if (typeof messageId !== 'string' || messageId === '') throw wrong('has no messageId');
    if (corrections.has(messageId)) throw wrong(`names the dead letter ${messageId} a second time`);
    if (body === undefined || body === '')
      throw wrong('has no body; write the corrected one, or null to drop the dead letter');
    corrections.set(messageId, body === null || typeof body === 'string' ? body : JSON.stringify(body));
  }
  return corrections;
}

function parseLine(line: string, wrong: (what: string) => OpsError): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong('is no JSON');
  }
  if (typeof value !== 'object' || value === null) throw wrong('is no JSON object');
  return value as Record<string, unknown>;
}
