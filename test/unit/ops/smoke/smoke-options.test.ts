import { describe, expect, it } from 'vitest';
import { parseSmoke } from '../../../../ops/smoke/smoke-options.ts';

describe('the options of smoke', () => {
  it('takes the product on this machine without anything else', () => {
    expect(parseSmoke(['--local'], {})).toEqual({
      where: { type: 'local', port: 3000 },
      shopId: 'ssc-smoke',
      waitSeconds: 90,
      mail: 'success@simulator.amazonses.com',
    });
  });

  it('takes a stage with a seller’s token of the environment', () => {
    expect(parseSmoke(['--shop', 's-1', '--wait', '5'], { SSC_STAGE: 'prod', SSC_SELLER_TOKEN: 't' })).toMatchObject({
      where: { type: 'stage', stage: 'prod' },
      shopId: 's-1',
      waitSeconds: 5,
      token: 't',
    });
  });

  it('helps', () => {
    expect(parseSmoke(['--help'], {})).toBe('help');
  });

  it.each([
    [[], {}, 'Say which deployment'],
    [['--stage', 'prod'], {}, 'SSC_SELLER_TOKEN is not set'],
    [['--local', '--shop', 'a shop'], {}, '--shop: must be an ID'],
    [['--local', '--shop', 'x'.repeat(21)], {}, '--shop: must be an ID of at most 20'],
    [['--local', '--wait', '0'], {}, '--wait: must be a whole number'],
    [['--local', 'more'], {}, 'one word too many'],
  ])('refuses %j', (args, environment, message) => {
    expect(() => parseSmoke(args, environment)).toThrow(message);
  });
});
