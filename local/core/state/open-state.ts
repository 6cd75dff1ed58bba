import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineKind } from '../engines/engine.ts';
import { createIssuer } from '../issuer/issuer.ts';
import type { Issuer } from '../issuer/issuer.ts';
import type { LocalClock } from './clock.ts';
import { createClock } from './clock.ts';
import type { OpenJournal } from './journal.ts';
import { openJournal } from './journal.ts';

const engineTopic = 'engine';

export interface State {
  readonly journal: OpenJournal;
  readonly clock: LocalClock;
  readonly issuer: Issuer;
}

/**
 * What outlives the process in the data folder beside the tables: journal, clock and the issuer's key. The folder has to be
 * locked; without one it is in memory.
 *
 * @throws Error when the folder belongs to another engine: positions in one's streams mean nothing in another's.
 */
export async function openState(options: {
  readonly data: string | undefined;
  readonly engine: EngineKind;
  readonly issuer: { readonly url: string; readonly audience: string };
}): Promise<State> {
  const { data } = options;
  if (data !== undefined) mkdirSync(data, { recursive: true });
  const journal = openJournal(data === undefined ? undefined : join(data, 'journal'));
  claimFor(engineName(options.engine), journal, data);
  const clock = createClock(journal);
  const keyFile = data === undefined ? undefined : join(data, 'issuer-key.pem');
  const issuer = await createIssuer({ ...options.issuer, clock, ...(keyFile === undefined ? {} : { keyFile }) }).catch(
    (error: unknown) => {
      throw keyFile === undefined ? error : damagedKey(keyFile, error);
    },
  );
  return { journal, clock, issuer };
}

function damagedKey(file: string, cause: unknown): Error {
  const what = 'Delete it for a new one; tokens that were signed before are refused then';
  return new Error(`The issuer's key ${file} is damaged or cannot be read. ${what}.`, { cause });
}

export function engineName(engine: EngineKind): string {
  return engine instanceof URL ? engine.href : engine;
}

function claimFor(engine: string, journal: OpenJournal, data: string | undefined): void {
  const [owner] = journal.replay(engineTopic);
  if (owner === undefined) journal.append({ topic: engineTopic, value: engine });
  else if (owner !== engine) {
    throw new Error(`The data folder ${data} belongs to the engine ${String(owner)}; use that one or another folder.`);
  }
}
