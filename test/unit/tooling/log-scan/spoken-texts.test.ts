import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { readSources } from '../../../architecture/source-file.ts';
import { projectDirectory } from '../../../tooling/run-step.ts';
import { createSearch } from '../../../tooling/log-scan/search.ts';
import { secretsInSource } from '../../../tooling/log-scan/secret.ts';

/** What may reach a log in the product's own words. The demo names its buyers in its sources. */
const product = readSources(projectDirectory, ['local', 'shared', 'functions']).filter(
  ({ path }) => !/^local\/(demo|test)\//.test(path),
);
const tests = readSources(projectDirectory, ['test']);

describe('what tests call people and write into notes', () => {
  it('is no part of a sentence that the product says: the search of all logs would take the one for the other', () => {
    const invented = tests.flatMap(({ path, text }) => secretsInSource(text).map((secret) => ({ ...secret, path })));
    expect(invented.length).toBeGreaterThan(100);
    const said = product.map(({ path, text }) => ({ path, text: textsOf(text) }));
    const search = createSearch(invented);
    const suspects = said.filter(({ path, text }) => search(path, text).some(isNamed));
    const mixed = suspects.flatMap(({ path, text }) =>
      invented
        .filter((secret) => createSearch([secret])(path, text).some(isNamed))
        .map((secret) => `${secret.path}: the ${secret.kind} "${secret.value}" stands in ${path}`),
    );
    expect(mixed).toEqual([]);
  });
});

const isNamed = ({ what }: { readonly what: string }): boolean => what === 'a username' || what === 'a note';

/** Its texts, a line each: comments and names never reach a log. */
function textsOf(source: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return texts.join('\n');
}
