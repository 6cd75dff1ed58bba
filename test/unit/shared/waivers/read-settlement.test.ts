import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { WaiverStatus } from '../../../../shared/kernel/words/waivers.ts';
import { readSettlement } from '../../../../shared/waivers/read-settlement.ts';
import type { Settlement } from '../../../../shared/waivers/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../builders/fakes/fake-alert-shop.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const scope = platformScope('shop', 'test');
const order = { type: 'order', id: 'o1' } as const;

/** A shop whose order `o1` has a waiver that stands so. */
function shopWith(status: WaiverStatus) {
  const shop = fakeAlertShop();
  shop.waivers.set('order#o1', buildWaiver({ status }));
  return shop;
}

describe('readSettlement', () => {
  it.each<[WaiverStatus, Settlement, WaiverStatus]>([
    ['pending', 'confirmed', 'granted'],
    ['pending', 'refused', 'void'],
    ['pending', 'given_up', 'void'],
    ['void', 'confirmed', 'granted'],
  ])('turns a waiver that is %s and was %s into %s', async (status, happened, becomes) => {
    const { deps } = shopWith(status);
    const change = await readSettlement(deps.waivers, scope, order, happened, noon + 5);
    expect(change).toMatchObject({
      before: { status, revision: 1 },
      after: { status: becomes, revision: 2, steps: [{ by: 'ann' }, { status: becomes, at: noon + 5 }] },
    });
  });

  it.each<[WaiverStatus, Settlement]>([
    ['granted', 'confirmed'],
    ['granted', 'refused'],
    ['void', 'refused'],
    ['void', 'given_up'],
  ])('leaves alone a waiver that is %s and was %s', async (status, happened) => {
    const { deps } = shopWith(status);
    expect(await readSettlement(deps.waivers, scope, order, happened, noon)).toBeUndefined();
  });

  it('changes nothing where there is none, the one of a refund of the same ID included', async () => {
    const { deps } = shopWith('pending');
    for (const subject of [{ type: 'refund', id: 'o1' } as const, { type: 'order', id: 'o2' } as const])
      expect(await readSettlement(deps.waivers, scope, subject, 'confirmed', noon)).toBeUndefined();
  });

  it.each([
    ['nothing happened', order, undefined],
    ['it is about an outcome', { type: 'outcome', id: 'o1' }, 'confirmed'],
  ] as const)('reads nothing where %s', async (_, subject, happened) => {
    const { deps, calls } = shopWith('pending');
    expect(await readSettlement(deps.waivers, scope, subject, happened, noon)).toBeUndefined();
    expect(calls).toEqual([]);
  });
});
