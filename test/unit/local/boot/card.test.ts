import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../../infra/local/boot/card.ts';
import { demoBuyers, demoShop } from '../../../../infra/local/demo/demo-shop.ts';

describe('the card', () => {
  const card = renderCard({
    frontUrl: 'http://127.0.0.1:1',
    doorUrl: 'http://127.0.0.1:2',
    token: 'to.ke.n',
    empty: false,
  });
  const lines = card.split('\n').filter((line) => line.startsWith('curl '));

  it('has the addresses and the token', () => {
    for (const text of ['http://127.0.0.1:1 ', 'http://127.0.0.1:2 ', demoShop, 'to.ke.n'])
      expect(card).toContain(text);
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
    expect(renderCard({ frontUrl: '', doorUrl: '', token: '', empty: true })).toContain('ops have to grant it access');
  });
});
