import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  folderOfFile,
  removeFoldersOfFile,
  takeAwayWhatIsLeft,
} from '../../../tooling/temporary-folders/file-folders.ts';

describe('temporary folders of a test file', () => {
  it('go behind it', () => {
    const folders = [folderOfFile('ssc-one-'), folderOfFile('ssc-two-')];
    writeFileSync(join(folders[0] ?? '', 'file'), '');
    expect(folders.every((folder) => existsSync(folder))).toBe(true);
    removeFoldersOfFile();
    expect(folders.some((folder) => existsSync(folder))).toBe(false);
    removeFoldersOfFile();
  });

  it('that others left are named and taken away, but for the engine that the next file uses', () => {
    const folder = folderOfFile('ssc-left-');
    for (const name of ['ssc-engine-a', 'cdk.out7', 'assembly-x']) mkdirSync(join(folder, name));
    expect(takeAwayWhatIsLeft(folder)).toEqual(['assembly-x', 'cdk.out7']);
    expect(readdirSync(folder)).toEqual(['ssc-engine-a']);
    expect(takeAwayWhatIsLeft(folder)).toEqual([]);
    expect(takeAwayWhatIsLeft(join(folder, 'never-used'))).toEqual([]);
  });
});
