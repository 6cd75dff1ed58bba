import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileProblems, sizeProblems } from './file-rules.ts';
import { forbiddenImports, misplacedEffects } from './import-rules.ts';
import { roomCycles } from './room-cycles.ts';
import { readSources } from './source-file.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['infra', 'functions', 'shared', 'local', 'ops', 'console', 'test'].filter((folder) =>
  existsSync(join(project, folder)),
);
const files = readSources(project, folders);

describe('the house', () => {
  it('imports only what each part may know', () => {
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  it('has rooms that form no cycle', () => {
    expect(roomCycles(files)).toEqual([]);
  });

  it('keeps AWS calls, clock and environment out of the rules and use cases', () => {
    expect(files.flatMap(misplacedEffects)).toEqual([]);
  });

  it('has no barrels, vague names or overlong files', () => {
    expect(files.flatMap(fileProblems)).toEqual([]);
  });

  it('has small files on the whole, tests aside', () => {
    expect(sizeProblems(files.filter(({ path }) => !/^(local\/)?test\//.test(path)))).toEqual([]);
  });

  it('writes functions of at most 30 lines: they only compose', () => {
    const long = files.filter(({ path, lines }) => path.startsWith('functions/') && lines > 30);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});
