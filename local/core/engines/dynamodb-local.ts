import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineCommand } from './engine-command.ts';

/** DynamoDB Local 1.25 itself runs on 8; 17 is the oldest that the runtime is tested with. */
const oldestJava = 17;

/**
 * AWS's own DynamoDB Local, from the jar inside an npm package.
 *
 * @throws Error when Java is absent or too old, or the package is not installed.
 */
export function dynamodbLocalCommand(port: number, dataDirectory: string | undefined): EngineCommand {
  if (!javaIsPresent()) {
    throw new Error(
      `The engine dynamodb-local needs Java ${oldestJava} or newer as "java" on the PATH; there is none.`,
    );
  }
  const emulator = findEmulator();
  return {
    program: 'java',
    args: [
      `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
      '-Xmx512m',
      // A short-lived process of one user: starting quickly counts more than peak speed.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-jar',
      join(emulator, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      // Without it every access key gets tables of its own.
      '-sharedDb',
      ...(dataDirectory === undefined ? ['-inMemory'] : ['-dbPath', dataDirectory]),
    ],
  };
}

/** Whether a Java that can run DynamoDB Local is on the PATH; tests on that engine depend on it. */
export function javaIsPresent(): boolean {
  const { stdout, stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (status !== 0) return false;
  const version = /version "(\d+)/.exec(`${stdout}${stderr}`);
  return Number(version?.[1] ?? 0) >= oldestJava;
}

function findEmulator(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')), 'emulator');
  } catch (error) {
    throw new Error('The engine dynamodb-local is not installed: npm package amplify-dynamodb-simulator.', {
      cause: error,
    });
  }
}
