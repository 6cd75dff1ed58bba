import { describe, expect, it } from 'vitest';
import { renderBanner } from '../../../demo/banner.ts';
import { demoBuyers, demoShop } from '../../../demo/demo-shop.ts';

describe('the banner', () => {
  const banner = renderBanner({
    httpUrl: 'http://127.0.0.1:1',
    endpointUrl: 'http://127.0.0.1:2',
    hasConsole: true,
    token: 'to.ke.n',
    empty: false,
    now: 0,
  });
  const lines = banner.split('\n').filter((line) => line.startsWith('curl '));

  it('has the addresses and the token', () => {
    for (const text of ['http://127.0.0.1:1 ', 'http://127.0.0.1:2 ', demoShop, 'to.ke.n'])
      expect(banner).toContain(text);
  });

  it('begins with the console, where there is one', () => {
    expect(banner.split('\n')[1]).toMatch(/^ {2}Console {7}http:\/\/127\.0\.0\.1:1\/ /);
    const without = renderBanner({ httpUrl: '', endpointUrl: '', hasConsole: false, token: '', empty: false, now: 0 });
    expect(without).not.toContain('Console');
  });

  it('has three complete curl lines about one demo buyer', () => {
    const [find, block, ask] = lines;
    expect(lines).toHaveLength(3);
    const buyer = demoBuyers.find(({ username }) => find?.includes(`buyers?username=${username}'`));
    expect(find).toContain("'authorization: Bearer to.ke.n'");
    expect(block).toContain(`"buyerId":"${buyer?.buyerId}","username":"${buyer?.username}"`);
    expect(ask).toContain(`"shopId":"${demoShop}","buyerId":"${buyer?.buyerId}"`);
    expect(ask).toContain('--aws-sigv4 aws:amz:us-east-1:execute-api --user order-service:local');
  });

  it('begins with access, a buyer and an order of theirs on an empty system', () => {
    const empty = renderBanner({
      httpUrl: 'http://127.0.0.1:1',
      endpointUrl: 'http://127.0.0.1:2',
      hasConsole: true,
      token: 'to.ke.n',
      empty: true,
      now: Date.parse('2026-11-22T12:00:00.000Z'),
    });
    const [access, events, find, ...rest] = empty.split('\n').filter((line) => line.startsWith('curl '));
    expect(access).toContain(`http://127.0.0.1:1/v1/admin/shops/${demoShop}/access`);
    const body = /-d '([^']+)' http:\/\/127\.0\.0\.1:2\/$/.exec(events ?? '')?.[1] ?? '';
    const { Entries } = JSON.parse(body) as { Entries: readonly { DetailType: string; Detail: string }[] };
    expect(Entries.map(({ DetailType }) => DetailType)).toEqual(['Buyer Profile Changed', 'Order Status Changed']);
    expect(Entries[1]?.Detail).toContain('"createdAt":"2026-11-22T12:00:00.000Z"');
    expect(find).toContain('--retry');
    expect(rest).toEqual(lines.slice(1));
  });
});
