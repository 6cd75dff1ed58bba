import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const read = (path: string): string => readFileSync(join(source, path), 'utf8');
const sheets = files.filter((path) => path.endsWith('.css'));

describe.each(sheets)('%s', (path) => {
  const css = read(path);

  it('names sides by the direction of reading, so that Arabic is its mirror', () => {
    const physical =
      /(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align: (?:left|right))\s*:/m;
    const found = css.split('\n').filter((line) => physical.test(line) && !line.includes('@media'));
    expect(found).toEqual([]);
  });

  it('takes every colour from the tokens', () => {
    if (path === 'ui/tokens.css') return;
    expect(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([]);
  });
});

/** Class names that a component takes from a module, and the module's file. */
const uses = files
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) => {
    const text = read(path);
    return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(([, name = '', module = '']) => ({
      path,
      module: join(dirname(path), module),
      names: [...new Set([...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one))],
    }));
  });

it.each(uses)('$path uses only classes that $module has', ({ module, names }) => {
  const css = read(module);
  expect(names.filter((name) => !new RegExp(`\\.${name}\\b`).test(css))).toEqual([]);
});

it('sets no markup from texts and adds no style elements', () => {
  const scripts = files.filter((path) => /\.tsx?$/.test(path));
  const found = scripts.filter((path) =>
    /innerHTML|dangerouslySet|insertAdjacentHTML|createElement\('style'\)/.test(read(path)),
  );
  expect(found).toEqual([]);
});
