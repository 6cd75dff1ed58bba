import { fileURLToPath } from 'node:url';
import { inboundEvents, ownEvents } from '../../shared/contracts/events/catalogue.ts';
import type { CatalogueEntry } from '../../shared/contracts/events/catalogue.ts';
import { eventExamples } from '../builders/items/event-examples.ts';
import { longFunctions } from './function-sizes.ts';
import { forbiddenImports, misplacedEffects, tableAccess } from './import-rules.ts';
import { mirrorReport } from './mirrored-tests.ts';
import { roomCycles, roomsOf } from './room-cycles.ts';
import { readSources } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

export const project = fileURLToPath(new URL('../..', import.meta.url));

/** The wings of the house, in the order in which one meets them. */
const wings = ['shared', 'functions', 'infra', 'local', 'ops', 'clients', 'console', 'test'];

/** All sources of the project, tests included. */
export function readHouse(): readonly SourceFile[] {
  return readSources(project, wings);
}

export const isTest = ({ path }: Pick<SourceFile, 'path'>): boolean => /^([a-z]+\/)?test\//.test(path);

/** What `npm run check` says about the house: each line a fact, most of which the tests beside this file hold at zero. */
export function houseReport(files: readonly SourceFile[]): readonly string[] {
  const sources = files.filter((file) => !isTest(file));
  const tests = files.filter(isTest);
  const touching = files.filter((file) => tableAccess(file).length > 0);
  return [
    `rooms ${roomsOf(files).length}, room cycles ${roomCycles(files).length}`,
    `wrong-layer imports ${files.flatMap(forbiddenImports).length}`,
    `use cases that touch the table ${touching.length}, that call AWS ${files.flatMap(misplacedEffects).length}`,
    `files over 250 lines ${files.filter(({ lines }) => lines > 250).length}, functions over 60 ${sources.flatMap(longFunctions).length}`,
    `events in ${described(inboundEvents)}, out ${described(ownEvents)}, with a schema and examples that it reads`,
    `sources: ${sizes(sources)}`,
    `tests: ${sizes(tests)}`,
    `lines per wing: ${linesPerWing(files)}`,
    ...mirrorLines(files),
  ];
}

function mirrorLines(files: readonly SourceFile[]): readonly string[] {
  const { unmirrored, missing } = mirrorReport(files);
  return [
    `source files without a mirrored test and a reason ${missing.length}; with a reason:`,
    ...unmirrored.map(({ count, reason }) => `  ${reason}: ${count}`),
  ];
}

/** As consumers read it: `null` is for what is left out. */
function saidIn(detail: object): object {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null));
}

/** How many of these events have examples, each of which their schema reads. */
function described(events: readonly CatalogueEntry[]): string {
  const examples = eventExamples();
  const read = events.filter(({ event }) => {
    const own = examples.find((one) => one.source === event.source && one['detail-type'] === event.type);
    return (
      own && own.valid.length > 0 && own.valid.every(({ detail }) => event.detail.safeParse(saidIn(detail)).success)
    );
  });
  return `${read.length} of ${events.length}`;
}

function sizes(files: readonly SourceFile[]): string {
  const lines = files.map((file) => file.lines).toSorted((one, other) => one - other);
  const at = (share: number): number => lines[Math.max(0, Math.ceil(lines.length * share) - 1)] ?? 0;
  return `${lines.length} files, median ${at(0.5)} lines, nine in ten at most ${at(0.9)}`;
}

function linesPerWing(files: readonly SourceFile[]): string {
  const linesOf = (some: readonly SourceFile[]): number => some.reduce((sum, { lines }) => sum + lines, 0);
  const sources = files.filter((file) => !isTest(file));
  return wings
    .map((wing) => [wing, linesOf((wing === 'test' ? files.filter(isTest) : sources).filter(inWing(wing)))] as const)
    .filter(([, lines]) => lines > 0)
    .map(([wing, lines]) => `${wing} ${lines.toLocaleString('en-US')}`)
    .join(', ');
}

function inWing(wing: string): (file: SourceFile) => boolean {
  return wing === 'test' ? () => true : ({ path }) => path.startsWith(`${wing}/`);
}
