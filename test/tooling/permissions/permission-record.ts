import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedRequest } from '../../../local/services/iam/record-requests.ts';
import { synthesizeStage } from '../../infra/synthesized-stage.ts';
import { describeJudgement } from './describe-judgement.ts';
import { judgeRequests } from './judge-requests.ts';

export interface PermissionRecord {
  /** For the processes of the tests: each started product then writes down what its roles ask for. */
  readonly environment: Readonly<Record<string, string>>;
  /** Holds that against the templates, and says what came of it; the number of failures, 0 or 1. */
  finish(): Promise<number>;
}

/** Begins to write down what roles ask for in a test run, in a folder that goes away unless something is wrong. */
export async function startPermissionRecord(): Promise<PermissionRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'ssc-permissions-'));
  return {
    environment: { SSC_PERMISSIONS_FOLDER: folder },
    async finish() {
      const { passed, text } = describeJudgement(
        judgeRequests(synthesizeStage('local').deployment(), await readRequests(folder)),
      );
      console.log(text);
      if (passed) await rm(folder, { recursive: true, force: true });
      else console.log(`    What was asked for is in ${folder}`);
      return passed ? 0 : 1;
    },
  };
}

/** The last line of a killed process may be half a line. */
async function readRequests(folder: string): Promise<readonly RecordedRequest[]> {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as RecordedRequest),
  );
}
