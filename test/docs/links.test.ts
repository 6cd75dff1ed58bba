import { describe, expect, it } from 'vitest';
import { brokenLinks, looksLikePath, missingPaths } from './broken-references.ts';
import { documents, readText } from './documents.ts';
import { parseMarkdown } from './markdown.ts';

const mostWords = 1_000;

describe.each(documents.map((document) => [document.path, document] as const))('%s', (_path, document) => {
  it('links only to files and headings that are there', () => {
    expect(brokenLinks(document)).toEqual([]);
  });

  it('names only paths that are there', () => {
    expect(missingPaths(document)).toEqual([]);
  });
});

describe('README.md', () => {
  it(`has at most ${mostWords} words, code and tables among them`, () => {
    expect(readText('README.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(mostWords);
  });

  it('leads to every page of docs/', () => {
    const readme = documents.find(({ path }) => path === 'README.md');
    const pages = documents.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path));
    expect(readme?.links).toEqual(expect.arrayContaining([...pages, 'docs/decisions/README.md']));
  });
});

describe('what is looked for', () => {
  const inDocs = (text: string) => parseMarkdown('docs/page.md', text);

  it.each([
    '[a](nothing.md)',
    '[a](../nothing.md)',
    '![a](pictures/nothing.svg)',
    '[`a`](../README.md#no-such-heading)',
    '[a](#b)\n\n```sh\n# b\n```',
    '[a](../../outside.md)',
  ])('finds the broken link in %j', (text) => {
    expect(brokenLinks(inDocs(text))).toHaveLength(1);
  });

  it.each([
    '[a](../README.md#layout)',
    '[a](#one-word-two)\n\n## One word, *two*',
    '[a](#b-1)\n\n## B\n\n### B',
    '[a](https://example.com/nothing)',
    '`[a](nothing.md)`',
    '```md\n[a](nothing.md)\n```',
  ])('finds nothing broken in %j', (text) => {
    expect(brokenLinks(inDocs(text))).toEqual([]);
  });

  it.each([
    'shared/nothing.ts',
    'shared/nothing/',
    'nowhere/at-all.ts',
    'node nowhere/at-all.ts --flag',
    'shared/{kernel,nothing}/clock.ts',
    'shared/<room>/nothing.ts',
    'functions/*.json',
  ])('finds that %s is not there', (path) => {
    expect(missingPaths(inDocs(`It is in \`${path}\`.`))).toHaveLength(1);
  });

  it.each([
    'shared/kernel/clock.ts',
    'shared/kernel/',
    'shared/kernel',
    'shared/kernel/{clock,ids}.ts',
    'functions/<name>.ts',
    'shared/*/rules.ts',
    'shared/**/rules.ts',
    'GET /v1/shops/{shopId}/blocks',
    'application/json',
    'rules.ts',
    'ssc-<stage>-<caller>',
  ])('has nothing to say about %s', (path) => {
    expect(missingPaths(inDocs(`It is in \`${path}\`.`))).toEqual([]);
  });

  it.each([
    ['shared/kernel/clock.ts', true],
    ['nowhere/clock.ts', true],
    ['test/', true],
    ['GET', false],
    ['text/csv', false],
    ['/v1/health', false],
    ['marketplace.risk', false],
  ])('takes %s for a path: %s', (word, isPath) => {
    expect(looksLikePath(word)).toBe(isPath);
  });
});
