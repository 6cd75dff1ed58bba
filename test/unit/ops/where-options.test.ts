import { describe, expect, it } from 'vitest';
import { parseWhere, spellOutLocal } from '../../../ops/where-options.ts';

describe('parseWhere', () => {
  it('takes what is said before what the environment says, and is nothing when neither does', () => {
    expect(parseWhere({ stage: 'prod' }, { SSC_STAGE: 'dev' })).toEqual({ type: 'stage', stage: 'prod' });
    expect(parseWhere({}, { SSC_STAGE: 'dev' })).toEqual({ type: 'stage', stage: 'dev' });
    expect(parseWhere({ url: 'https://x.example/' }, {})).toEqual({ type: 'url', url: 'https://x.example/' });
    expect(parseWhere({ local: '3100' }, {})).toEqual({ type: 'local', port: 3100 });
    expect(parseWhere({}, {})).toBeUndefined();
  });

  it.each([
    [{ stage: 'dev', local: '3000' }, 'give one of them'],
    [{ stage: 'dev', url: 'https://x.example' }, 'give one of them'],
    [{ stage: 'Prod!' }, '--stage: "Prod!"'],
    [{ url: 'ftp://x.example' }, '--url: must be an http URL'],
    [{ url: 'x' }, '--url: must be an http URL'],
    [{ url: 'http://x.example:6000' }, 'fetch refuses port 6000'],
    [{ local: '0' }, '--local'],
  ])('says what is wrong with %o', (values, message) => {
    expect(() => parseWhere(values, {})).toThrow(message);
  });
});

describe('spellOutLocal', () => {
  it.each([
    [['--local'], ['--local=3000']],
    [
      ['--local', '3100'],
      ['--local', '3100'],
    ],
    [
      ['--local', '--json'],
      ['--local=3000', '--json'],
    ],
    [
      ['report', '--local', 'x'],
      ['report', '--local=3000', 'x'],
    ],
    [
      ['--stage', 'dev'],
      ['--stage', 'dev'],
    ],
  ])('makes of %o: %o', (args, spelt) => {
    expect(spellOutLocal(args)).toEqual(spelt);
  });
});
