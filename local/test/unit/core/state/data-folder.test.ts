import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../../core/state/data-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'ssc-data-folder-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a data folder', () => {
  it('is made with those above it, and left as it is where it is there', () => {
    const folder = join(home, 'a', 'b', 'c');
    openDataFolder(folder);
    writeFileSync(join(folder, 'kept'), '');
    openDataFolder(folder);
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('is no file, and lies in none', () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(() => openDataFolder(file)).toThrow(`The data folder ${file} cannot be used: ${file} is no folder.`);
    expect(() => openDataFolder(join(file, 'below'))).toThrow(`cannot be used: `);
  });

  it('is none where nothing can be made, which is told at once', () => {
    for (const folder of ['/proc/x', '/proc/x/y']) {
      expect(() => openDataFolder(folder)).toThrow(/^The data folder \/proc\/x.* cannot be used: .+\.$/);
      expect(existsSync(folder)).toBe(false);
    }
  });
});
