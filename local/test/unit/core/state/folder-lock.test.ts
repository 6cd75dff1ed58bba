import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../core/state/folder-lock.ts';

const module = fileURLToPath(new URL('../../../../core/state/folder-lock.ts', import.meta.url));

describe('the lock of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const leave = (text: string) => writeFileSync(join(folder, 'lock.json'), text);
  /** Another process that has it; ends when it is killed. */
  const otherOwner = async () => {
    const script = `import { lockFolder } from ${JSON.stringify(module)};
      lockFolder(${JSON.stringify(folder)}); console.log('locked'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    return other;
  };

  it('keeps others out, and says which process has it', async () => {
    const other = await otherOwner();
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by another start (process ${other.pid}).`,
    );
    other.kill('SIGKILL');
    await once(other, 'close');
    lockFolder(folder).close();
  });

  it('goes with its owner, and leaves nothing behind', () => {
    lockFolder(folder).close();
    lockFolder(folder).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is nobody's where another process has the number of the one that was killed", () => {
    leave(JSON.stringify({ pid: process.ppid, startedAt: '1' }));
    const lock = lockFolder(folder);
    expect(existsSync(join(folder, 'lock.json'))).toBe(true);
    lock.close();
  });

  it.each(['', '{"pid":', '{}', '{"pid":0}', 'null'])("is nobody's where it says %j", (text) => {
    leave(text);
    lockFolder(folder).close();
  });
});
