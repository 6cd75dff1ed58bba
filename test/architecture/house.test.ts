import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inboundEvents, ownEvents } from '../../shared/contracts/events/catalogue.ts';
import { fileProblems, sizeProblems } from './file-rules.ts';
import { longFunctions } from './function-sizes.ts';
import { houseReport, isTest, project, readHouse } from './house-report.ts';
import { forbiddenImports, misplacedEffects, tableAccess } from './import-rules.ts';
import { mirrorReport, strayUnitTests } from './mirrored-tests.ts';
import { roomCycles } from './room-cycles.ts';

const files = readHouse();
const sources = files.filter((file) => !isTest(file));

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

  it('touches the table in stores alone', () => {
    expect(files.flatMap(tableAccess)).toEqual([]);
  });

  it('has no barrels, vague names or overlong files', () => {
    expect(files.flatMap(fileProblems)).toEqual([]);
  });

  it('has small files on the whole, tests aside', () => {
    expect(sizeProblems(sources)).toEqual([]);
  });

  it('has no function that is longer than a reader can hold in mind', () => {
    expect(sources.flatMap(longFunctions)).toEqual([]);
  });

  it('writes functions of at most 30 lines: they only compose', () => {
    const long = files.filter(({ path, lines }) => path.startsWith('functions/') && lines > 30);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('tests each file at the same path, or says by kind what tests it instead', () => {
    expect(mirrorReport(files).missing).toEqual([]);
  });

  it('has no unit test of what is not there', () => {
    const isThere = (path: string): boolean => existsSync(join(project, path));
    expect(strayUnitTests(files, isThere)).toEqual([]);
  });

  it('reports on itself, every figure with a word', () => {
    const report = houseReport(files);
    expect(report[0]).toMatch(/^rooms \d+, room cycles 0$/);
    const [incoming, outgoing] = [inboundEvents, ownEvents].map(({ length }) => `${length} of ${length}`);
    expect(report).toContain(`events in ${incoming}, out ${outgoing}, with a schema and examples that it reads`);
    for (const line of report) expect(line).toMatch(/[a-z].*\d/);
  });
});
