import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../../shared/gate/decide-checks.ts';
import { createRecentDenials } from '../../../../shared/gate/recent-denials.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { block, buildWorld, gateOver, put, useStandingTime } from '../../../builders/fakes/fake-gate.ts';
import type { GateWorld } from '../../../builders/fakes/fake-gate.ts';

const check = (buyerId: string, shopId = 's') => ({ shopId, buyerId, action: 'place_order' as const });
/** Nobody needs a marker to be guarded by a block of their own. */
const keysOf = (buyer: string, root: string, shop = 's') =>
  [...(buyer === root ? [] : [markerKey(shop, buyer)]), blockKey(shop, root), accessKey(shop)].map(keyText).toSorted();

/** A gate that has stopped `b` once, and what it has read since. */
async function warmGate(world: GateWorld, buyer = 'b', root = 'b') {
  block(world, 's', root, [...new Set([root, buyer])]);
  const gate = gateOver(world);
  await decideChecks(gate, { checks: [check(buyer)] });
  world.reads.length = 0;
  return {
    gate,
    reads: () => world.reads.map((read) => read.toSorted()),
    ask: async (...checks: ReturnType<typeof check>[]) =>
      (await decideChecks(gate, { checks: checks.length > 0 ? checks : [check(buyer)] })).map(
        ({ decision, reason, degraded }) => `${decision} ${reason}${degraded ? ' degraded' : ''}`,
      ),
  };
}

useStandingTime();

describe('a buyer whom this process has stopped before', () => {
  it.each([
    ['root of the block', 'b', 'b'],
    ['linked account', 'b', 'root'],
  ])('is denied after one read of all that it takes: the %s', async (_, buyer, root) => {
    const { ask, reads } = await warmGate(buildWorld(), buyer, root);
    expect(await ask()).toEqual(['deny blocked']);
    expect(reads()).toEqual([keysOf(buyer, root)]);
  });

  it('is allowed, and forgotten, when the marker of a linked account is gone or empty', async () => {
    for (const marker of [undefined, { revision: 3 }]) {
      const world = buildWorld();
      const { ask, reads } = await warmGate(world, 'b', 'root');
      if (marker) put(world, markerKey('s', 'b'), marker);
      else world.items.delete(keyText(markerKey('s', 'b')));
      expect([await ask(), await ask()]).toEqual([['allow not_blocked'], ['allow not_blocked']]);
      const plain = [keyText(markerKey('s', 'b'))];
      expect(reads()).toEqual([keysOf('b', 'root'), plain, plain]);
    }
  });

  it.each<[string, (world: GateWorld) => unknown, string]>([
    ['the block is gone', (world) => world.items.delete(keyText(blockKey('s', 'root'))), 'allow not_blocked'],
    [
      'the access has ended',
      (world) => put(world, accessKey('s'), { access: { state: 'terminated' } }),
      'allow not_blocked',
    ],
    [
      'the marker names another block',
      (world) => {
        world.items.delete(keyText(markerKey('s', 'b')));
        block(world, 's', 'other', ['other', 'b']);
      },
      'deny blocked',
    ],
    [
      'the marker names another one, too',
      (world) => {
        block(world, 's', 'other', ['other', 'b']);
        world.items.delete(keyText(blockKey('s', 'root')));
      },
      'deny blocked',
    ],
    [
      'the block has come anew meanwhile',
      (world) => put(world, blockKey('s', 'root'), { blockId: 'new', expiresAt: noon + 9, scope: 'linked_user_ids' }),
      'allow not_blocked',
    ],
    [
      'the block is about the root alone by now',
      (world) =>
        put(world, blockKey('s', 'root'), { blockId: 'block-root', expiresAt: noon + 9, scope: 'user_id_only' }),
      'allow not_blocked',
    ],
  ])('is asked about as if nobody knew them when %s', async (_, change, expected) => {
    const world = buildWorld();
    const { ask, reads } = await warmGate(world, 'b', 'root');
    change(world);
    expect(await ask()).toEqual([expected]);
    expect(reads().slice(0, 2)).toEqual([keysOf('b', 'root'), [keyText(markerKey('s', 'b'))]]);
    expect(reads()).toHaveLength(3);
    expect(reads()[2]).not.toContain(keyText(markerKey('s', 'b')));
  });

  it('is allowed once the own entry has expired, whatever is remembered', async () => {
    const world = buildWorld();
    const { gate } = await warmGate(world);
    const later = { ...gate, clock: buildClock(noon + 1000) };
    expect(await decideChecks(later, { checks: [check('b')] })).toMatchObject([{ decision: 'allow', degraded: false }]);
  });

  it('is somebody else in another shop', async () => {
    const { ask, reads } = await warmGate(buildWorld());
    expect(await ask(check('b', 't'))).toEqual(['allow not_blocked']);
    expect(reads()).toEqual([[keyText(markerKey('t', 'b'))]]);
  });

  it('costs the others of a call nothing: what somebody needs two reads for anyway is read as ever', async () => {
    const world = buildWorld();
    const { ask, reads } = await warmGate(world);
    block(world, 's', 'c');
    const both = [check('b'), check('c')];
    expect([await ask(...both), await ask(...both)]).toEqual([
      ['deny blocked', 'deny blocked'],
      ['deny blocked', 'deny blocked'],
    ]);
    const markers = both.map(({ buyerId }) => keyText(markerKey('s', buyerId)));
    const blocks = [...both.map(({ buyerId }) => keyText(blockKey('s', buyerId))), keyText(accessKey('s'))].toSorted();
    expect(reads()).toEqual([markers, blocks, blocks]);
    world.items.delete(keyText(blockKey('s', 'c')));
    expect(await ask(...both)).toEqual(['deny blocked', 'allow not_blocked']);
    expect(reads().slice(4)).toEqual([[markers[1]], [keyText(blockKey('s', 'c')), keyText(accessKey('s'))].toSorted()]);
  });

  it.each<[string, string, string]>([
    ['the block', keyText(blockKey('s', 'root')), 'deny block_unconfirmed degraded'],
    ['the access', keyText(accessKey('s')), 'deny block_unconfirmed degraded'],
    ['the marker', keyText(markerKey('s', 'b')), 'allow marker_unreadable degraded'],
  ])('is answered by the failure contract when %s cannot be read', async (_, unreadable, expected) => {
    const world = buildWorld();
    const { ask } = await warmGate(world, 'b', 'root');
    world.unreadable.add(unreadable);
    expect(await ask()).toEqual([expected]);
  });

  it('is surely denied by a block of their own, though the marker cannot be read', async () => {
    const world = buildWorld();
    const { ask } = await warmGate(world);
    world.unreadable.add(keyText(markerKey('s', 'b')));
    expect(await ask()).toEqual(['deny blocked']);
  });

  it('has each stop recorded, once it is sure that there is something to record', async () => {
    const world = buildWorld();
    const { gate } = await warmGate(world);
    world.stops.length = 0;
    for (const checkoutId of ['one', 'one', 'two']) await decideChecks(gate, { checkoutId, checks: [check('b')] });
    for (const key of [markerKey('s', 'b'), blockKey('s', 'b')]) world.items.delete(keyText(key));
    await decideChecks(gate, { checkoutId: 'three', checks: [check('b')] });
    expect(world.stops.map(({ candidates }) => candidates)).toMatchObject(
      ['one', 'two'].map((name) => [
        { buyerId: 'b', occasion: `checkout#${name}`, blocks: [{ root: 'b', blockId: 'block-b' }] },
      ]),
    );
  });
});

describe('the memory of stopping roots', () => {
  const place = (buyerId: string, shopId = 's') => ({ shopId, buyerId });

  it('holds the last one of a shop and buyer, until it is forgotten', () => {
    const roots = createRecentDenials(2);
    expect(roots.of(place('a'))).toBeUndefined();
    roots.remember(place('a'), 'root');
    roots.remember(place('b'), 'b');
    roots.remember(place('a'), 'newer');
    expect(['a', 'b', 'c'].map((buyer) => roots.of(place(buyer)))).toEqual(['newer', 'b', undefined]);
    expect(roots.of(place('a', 't'))).toBeUndefined();
    roots.forget(place('a'));
    roots.forget(place('nobody'));
    expect([roots.of(place('a')), roots.of(place('b'))]).toEqual([undefined, 'b']);
  });

  it('never holds more than twice as many as it promises', () => {
    const roots = createRecentDenials(100);
    const buyers = Array.from({ length: 1000 }, (_, index) => `b${index}`);
    for (const buyer of buyers) roots.remember(place(buyer), buyer);
    const held = buyers.filter((buyer) => roots.of(place(buyer)) !== undefined);
    expect(held.slice(-100)).toEqual(buyers.slice(-100));
    expect(held.length).toBeLessThanOrEqual(200);
  });
});
