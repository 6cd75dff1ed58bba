import { describe, expect, it } from 'vitest';
import { readSources } from '../../../architecture/source-file.ts';
import { projectDirectory } from '../../../tooling/run-step.ts';
import { createSearch } from '../../../tooling/log-scan/search.ts';
import { secretsInSource } from '../../../tooling/log-scan/secret.ts';
import { spokenTexts } from '../../../tooling/log-scan/spoken-texts.ts';

/** What may reach a log in the product's own words. The demo names its buyers in its sources. */
const product = readSources(projectDirectory, ['local', 'shared', 'functions']).filter(
  ({ path }) => !/^local\/(demo|test)\//.test(path),
);
const tests = readSources(projectDirectory, ['test']);
const isNamed = ({ what }: { readonly what: string }): boolean => what === 'a username' || what === 'a note';

describe('what a source says', () => {
  it('are its texts, without comments and names', () => {
    expect(spokenTexts('/** why */ const name = \'one\'; // because\nf(`two ${name} three ${name}`, "four");')).toBe(
      ['one', 'two ', ' three ', '', 'four'].join('\n'),
    );
  });

  it('holds nothing that tests call people or write into notes: the search of all logs would take the one for the other', () => {
    const invented = tests.flatMap(({ path, text }) => secretsInSource(text).map((secret) => ({ ...secret, path })));
    expect(invented.length).toBeGreaterThan(100);
    const said = product.map(({ path, text }) => ({ path, text: spokenTexts(text) }));
    const search = createSearch(invented);
    const mixed = said
      .filter(({ path, text }) => search(path, text).some(isNamed))
      .flatMap(({ path, text }) =>
        invented
          .filter((secret) => createSearch([secret])(path, text).some(isNamed))
          .map((secret) => `${secret.path}: the ${secret.kind} "${secret.value}" stands in ${path}`),
      );
    expect(mixed).toEqual([]);
  });
});
