import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';

/** Stands for Vite where none is installed: what counts here is how it is called, and what becomes of what it makes. */
const vite = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const out = process.argv[process.argv.indexOf('--outDir') + 1];
const source = readFileSync('main.ts', 'utf8');
if (source === 'wrong') { console.error('main.ts: wrong'); process.exit(1); }
appendFileSync('../builds.log', [process.argv[2], process.env.NODE_ENV, process.argv.at(-1)].join(' ') + '\\n');
mkdirSync(out, { recursive: true });
writeFileSync(out + '/index.html', source);
`;

describe('buildConsole', () => {
  let project = '';
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  };
  const builds = () => readFileSync(join(project, 'builds.log'), 'utf8').split('\n').filter(Boolean);
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'ssc-console-'));
    write('console/package.json', '{ "name": "console", "type": "module" }');
    write('console/main.ts', 'one');
    write('node_modules/vite/package.json', '{ "name": "vite", "type": "module" }');
    write('node_modules/vite/bin/vite.js', vite);
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  it('answers the folder that the build made', () => {
    expect(readFileSync(join(buildConsole(project), 'index.html'), 'utf8')).toBe('one');
    expect(builds()).toEqual(['build production --bypass-lock']);
  });

  it('builds once for the same sources, whatever is made from them', () => {
    const first = buildConsole(project);
    write('console/dist/index.html', 'made');
    write('console/node_modules/x.js', 'installed');
    expect(buildConsole(project)).toBe(first);
    expect(builds()).toHaveLength(1);
  });

  it.each([
    ['console/main.ts'],
    ['shared/contracts/http/blocks.ts'],
    ['clients/seller.ts'],
    ['package-lock.json'],
  ])('builds again when %s changes, and leaves the earlier build to who runs it', (path) => {
    const first = buildConsole(project);
    write(path, 'two');
    const second = buildConsole(project);
    expect(second).not.toBe(first);
    expect([existsSync(first), builds().length]).toEqual([true, 2]);
  });

  it('keeps the last few builds', () => {
    for (const source of ['1', '2', '3', '4', '5', '6']) {
      write('console/main.ts', source);
      buildConsole(project);
    }
    expect(readdirSync(join(project, '.ssc', 'console'))).toHaveLength(4);
  });

  it('fails in the words of the build, and leaves nothing half made', () => {
    write('console/main.ts', 'wrong');
    expect(() => buildConsole(project)).toThrow(/could not be built \(status 1\):[\s\S]*main\.ts: wrong/);
    expect(readdirSync(join(project, '.ssc', 'console'))).toEqual([]);
  });
});
