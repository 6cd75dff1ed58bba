import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setup } from '../../../tooling/temporary-folders/run-folder.ts';

const names = ['SSC_TEST_FOLDER', 'TMPDIR'] as const;

describe('the temporary folder of a run', () => {
  const before = names.map((name) => process.env[name]);
  const restore = () => {
    for (const [index, name] of names.entries()) {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    }
  };
  beforeEach(() => delete process.env['SSC_TEST_FOLDER']);
  afterEach(restore);

  it('is where all is made, goes with what is in it, and leaves the machine as it was', () => {
    const outside = tmpdir();
    const end = setup();
    const folder = tmpdir();
    expect(folder).not.toBe(outside);
    writeFileSync(join(folder, 'left'), '');
    end?.();
    expect(existsSync(folder)).toBe(false);
    expect(tmpdir()).toBe(outside);
  });

  it('is one, however many projects ask for it', () => {
    const end = setup();
    const folder = tmpdir();
    expect(setup()).toBeUndefined();
    expect(tmpdir()).toBe(folder);
    end?.();
  });
});
