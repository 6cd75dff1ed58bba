import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { partOf } from './src/words/part-rules.ts';
import type { Groups } from './src/words/part-rules.ts';

type Texts = Groups<string>;
type Compiled = Groups<string | readonly MessageFormatElement[]>;

/** A plain text stays one; of any other its parts, as `intl-messageformat` takes them. */
export function compileTexts(texts: Texts): Compiled {
  const compiled = Object.entries(texts).map(([name, value]) => [
    name,
    typeof value === 'string' ? compileText(value) : compileTexts(value),
  ]);
  return Object.fromEntries(compiled) as Compiled;
}

function compileText(text: string): string | readonly MessageFormatElement[] {
  const parts = parse(text, { captureLocation: false, shouldParseSkeletons: false });
  const [only] = parts;
  return parts.length === 1 && only?.type === 0 ? only.value : parts;
}

const parser = fileURLToPath(import.meta.resolve('@formatjs/icu-messageformat-parser/no-parser.js'));

/**
 * Words are read while the console is built, so that no reader of ICU's syntax comes to the browser, and come in two parts:
 * `en.json?part=first` and `en.json?part=rest`.
 */
export function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    enforce: 'pre',
    config: () => ({ resolve: { alias: { '@formatjs/icu-messageformat-parser': parser } } }),
    async load(id) {
      const [path = id, query = ''] = id.split('?');
      if (!/\/src\/words\/[a-z]+\.json$/.test(path)) return undefined;
      const part = new URLSearchParams(query).get('part') === 'rest' ? 'rest' : 'first';
      const texts = JSON.parse(await readFile(path, 'utf8')) as Texts;
      const compiled = JSON.stringify(compileTexts(partOf(texts, part)));
      const code = `export default JSON.parse(${JSON.stringify(compiled)});`;
      return { code, map: { mappings: '' }, moduleType: 'js' };
    },
  };
}
