import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow, readDocument, repository, topFolders } from './documents.ts';
import type { MarkdownDocument } from './markdown.ts';

/** Links of a document that lead nowhere inside the repository; those to the web are left alone. */
export function brokenLinks(document: MarkdownDocument): readonly string[] {
  return document.links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const path = normalize(join(dirname(document.path), file));
      if (file !== '' && (path.startsWith('..') || !existsSync(join(repository, path)))) return true;
      if (anchor === undefined) return false;
      const target = file === '' ? document : readDocument(path);
      return !target.headings.some((heading) => heading.anchor === anchor);
    })
    .map((link) => `${document.path}: ${link}`);
}

const fileName = /\.(tsx?|m?js|json|md|svg|sh|ya?ml|html)$/;
/** The characters of a path, and of a pattern of paths: `<name>`, `*` and `{a,b}` stand for more than one. */
const pathLike = /^[\w@.-]+(\/[\w@.<>{},*-]+)*\/?$/;

/** A word between backticks that names a file or a folder of the repository, whether it is there or not. */
export function looksLikePath(word: string): boolean {
  if (!word.includes('/') || !pathLike.test(word)) return false;
  return topFolders.includes(word.split('/')[0] ?? '') || fileName.test(word);
}

/** Paths that a document names between backticks and that are not there. */
export function missingPaths(document: MarkdownDocument): readonly string[] {
  return document.codeSpans
    .flatMap((span) => span.split(/[\s,;:()]+(?![^{]*\})/))
    .filter(looksLikePath)
    .filter((path) => !isThere(path))
    .map((path) => `${document.path}: ${path}`);
}

function isThere(path: string): boolean {
  if (!/[<*{]/.test(path)) return existsSync(join(repository, path));
  const folder = path.split('/')[0] ?? '';
  if (!topFolders.includes(folder)) return false;
  const found = filesBelow(folder);
  return alternatives(path).every((one) => {
    const pattern = new RegExp(`^${toPattern(one)}`);
    return found.some((file) => pattern.test(file));
  });
}

/** `a/{b,c}` → `a/b` and `a/c`: each of them has to be there. */
function alternatives(path: string): readonly string[] {
  const [whole, inside = ''] = /\{([^}]*)\}/.exec(path) ?? [];
  if (whole === undefined) return [path];
  return inside.split(',').flatMap((one) => alternatives(path.replace(whole, one)));
}

/** A file ends where its name does; a folder goes on. */
function toPattern(path: string): string {
  const pattern = path
    .replaceAll(/[.@]/g, '\\$&')
    .replaceAll(/<[\w-]+>|\*+/g, (stars) => (stars === '**' ? '.+' : '[^/]+'));
  return fileName.test(path) ? `${pattern}$` : pattern.replace(/\/?$/, '/');
}
