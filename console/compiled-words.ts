import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

interface Texts {
  readonly [name: string]: string | Texts;
}
interface Compiled {
  readonly [name: string]: string | readonly MessageFormatElement[] | Compiled;
}

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

/** Words are read while the console is built, so that no reader of ICU's syntax comes to the browser. */
export function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    enforce: 'pre',
    config: () => ({ resolve: { alias: { '@formatjs/icu-messageformat-parser': parser } } }),
    async load(id) {
      const path = id.split('?')[0] ?? id;
      if (!/\/src\/words\/[a-z]+\.json$/.test(path)) return undefined;
      const texts = JSON.parse(await readFile(path, 'utf8')) as Texts;
      const code = `export default JSON.parse(${JSON.stringify(JSON.stringify(compileTexts(texts)))});`;
      return { code, map: { mappings: '' }, moduleType: 'js' };
    },
  };
}
