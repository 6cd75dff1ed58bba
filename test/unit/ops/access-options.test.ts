import { describe, expect, it } from 'vitest';
import { parseAccess } from '../../../ops/access-options.ts';

const parse = (line: string, environment = {}) => parseAccess(line.split(' ').filter(Boolean), environment);

describe('the command line of access', () => {
  it('reads what a shop is to get, and nothing that it does not say', () => {
    const line =
      'grant --shop 1 --zone UTC --reason pilot --blocks 5 --new-blocks-per-day 2 --member a|b:c:owner --member ben:viewer --notify email:a@b.example --local';
    expect(parse(line)).toEqual({
      where: { type: 'local', port: 3000 },
      command: {
        name: 'grant',
        shopId: '1',
        mayBeNew: false,
        change: {
          timeZone: 'UTC',
          reason: 'pilot',
          quotas: { blocks: 5, newBlocksPerDay: 2 },
          members: [
            { subject: 'a|b:c', role: 'owner' },
            { subject: 'ben', role: 'viewer' },
          ],
          notify: { channel: 'email', address: 'a@b.example' },
        },
      },
    });
    expect(parse('grant --shop 1 --notify seller_center_message --local 3100')).toEqual({
      where: { type: 'local', port: 3100 },
      command: {
        name: 'grant',
        shopId: '1',
        mayBeNew: false,
        change: { notify: { channel: 'seller_center_message' } },
      },
    });
    expect(parse('grant --shop 1 --no-members --local')).toMatchObject({ command: { change: { members: [] } } });
    expect(parse('grant --shop 1 --new --local')).toMatchObject({ command: { mayBeNew: true } });
    expect(parse('terminate --shop 1 --reason over --reason-code policy --text Sorry. --stage prod')).toEqual({
      where: { type: 'stage', stage: 'prod' },
      command: {
        name: 'terminate',
        shopId: '1',
        mayBeNew: false,
        change: { reason: 'over', reasonCode: 'policy', text: 'Sorry.' },
      },
    });
    expect(parse('show --shop 1 --url https://x.example/')).toMatchObject({
      where: { type: 'url', url: 'https://x.example/' },
      command: { name: 'show' },
    });
    expect(parse('notify --shop 1 --local')).toMatchObject({ command: { name: 'notify', shopId: '1' } });
    expect(parse('list', { SSC_STAGE: 'dev' })).toEqual({
      where: { type: 'stage', stage: 'dev' },
      command: { name: 'list' },
    });
  });

  it('reads a file of shops; a dry run needs no deployment', () => {
    expect(parse('grant --csv f --concurrency 3 --skip-bad --again --local')).toMatchObject({
      command: { name: 'grant-many', file: 'f', concurrency: 3, skipBad: true, again: true, dryRun: false },
    });
    expect(parse('grant --csv f --dry-run')).toEqual({
      command: { name: 'grant-many', file: 'f', concurrency: 8, skipBad: false, again: false, dryRun: true },
    });
  });

  it('helps whoever asks, or says nothing', () => {
    for (const line of ['', '--help', 'grant -h']) expect(parse(line)).toBe('help');
  });

  it.each([
    ['list', 'Say which deployment'],
    ['grant --local', 'Say which shop: --shop ID, or --csv FILE'],
    ['show --local', 'Say which shop: --shop ID.'],
    ['show 1 --local', 'one word too many'],
    ['revoke --local', 'no command "access revoke"'],
    ['--local', 'no command "access "'],
    ['show --shop 1 --zone UTC --local', '--zone does not go with show'],
    ['terminate --shop 1 --blocks 5 --local', '--blocks does not go with terminate'],
    ['grant --csv f --shop 1 --local', '--shop does not go with grant --csv'],
    ['grant --shop 1 --dry-run --local', '--dry-run does not go with grant'],
    ['grant --csv f --concurrency 0 --local', '--concurrency'],
    ['grant --shop 1 --blocks 1001 --local', '--blocks'],
    ['grant --shop 1 --new-blocks-per-day x --local', '--new-blocks-per-day'],
    ['grant --shop 1 --notify sms:1 --local', '--notify'],
    ['grant --shop 1 --notify email --local', '--notify'],
    ['grant --shop 1 --member a:owner --no-members --local', '--member and --no-members'],
    ['terminate --shop 1 --new --local', '--new does not go with terminate'],
    ['terminate --shop 1 --no-members --local', '--no-members does not go with terminate'],
    ['grant --csv f --no-members --local', '--no-members does not go with grant --csv'],
    ['grant --shop 1 --again --local', '--again does not go with grant'],
    ['list --local 0', '--local'],
    ['list --local 1', '--local: fetch and browsers refuse port 1,'],
    ['list --url http://x.example:6000', '--url: fetch refuses port 6000'],
    ['list --local --stage prod', 'give one of them'],
    ['list --url ftp://x', '--url'],
    ['list --stage A_B', '--stage'],
    ['list --force', 'Unknown option'],
  ])('says what is wrong with: %s', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
