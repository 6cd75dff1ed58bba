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
  });
  const lines = banner.split('\n').filter((line) => line.startsWith('curl '));

  it('has the addresses and the token', () => {
    for (const text of ['http://127.0.0.1:1 ', 'http://127.0.0.1:2 ', demoShop, 'to.ke.n'])
      expect(banner).toContain(text);
  });

  it('begins with the console, where there is one', () => {
    expect(banner.split('\n')[1]).toMatch(/^ {2}Console {7}http:\/\/127\.0\.0\.1:1\/ /);
    const without = renderBanner({ httpUrl: '', endpointUrl: '', hasConsole: false, token: '', empty: false });
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

  it('says that an empty start has not granted access yet', () => {
    expect(renderBanner({ httpUrl: '', endpointUrl: '', hasConsole: false, token: '', empty: true })).toContain(
      'ops have to grant it access',
    );
  });
});
