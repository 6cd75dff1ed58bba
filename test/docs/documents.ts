import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMarkdown } from './markdown.ts';
import type { MarkdownDocument } from './markdown.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

export const readText = (path: string): string => readFileSync(join(repository, path), 'utf8');
export const readDocument = (path: string): MarkdownDocument => parseMarkdown(path, readText(path));

/** Folders of the repository that hold what is kept in it. */
export const topFolders: readonly string[] = readdirSync(repository, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
  .map(({ name }) => name);

/** Every file below a folder, from the repository's folder; what packages bring along aside. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
    return [path];
  });
}

/** What people read: the README, everything in `docs/`, and a README of each folder that has one. */
export const documents: readonly MarkdownDocument[] = [
  'README.md',
  ...filesBelow('docs').filter((path) => path.endsWith('.md')),
  ...topFolders.map((folder) => `${folder}/README.md`).filter((path) => existsSync(join(repository, path))),
].map(readDocument);
