import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestSources } from '../../../../core/synthesis/source-digest.ts';

describe('digestSources', () => {
  let directory = '';
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const digest = (...more: string[]) => digestSources(directory, more);
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ssc-digest-'));
    write('infra/app.ts', 'a');
    write('functions/gate.ts', 'g');
    write('package-lock.json', '{}');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('stays the same for the same sources', () => {
    expect(digest()).toBe(digest());
    expect(digest()).toMatch(/^[0-9a-f]{20}$/);
  });

  it.each([
    ['content', () => write('functions/gate.ts', 'h')],
    ['a new file', () => write('shared/kernel/ids.ts', '')],
    ['a dependency', () => write('package-lock.json', '{"a":1}')],
    ['content that moves to another file', () => [write('infra/app.ts', ''), write('infra/b.ts', 'a')]],
  ])('changes with %s', (_, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  it('changes with the settings', () => {
    expect(digest('a')).not.toBe(digest('b'));
  });

  it('does not look at the local runtime, which no template holds', () => {
    const before = digest();
    write('local/start.ts', 'x');
    expect(digest()).toBe(before);
  });
});
