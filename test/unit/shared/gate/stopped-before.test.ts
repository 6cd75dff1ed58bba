import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../../shared/aws-json/deadline.ts';
import type { Check } from '../../../../shared/gate/rules.ts';
import { readStoppedBefore } from '../../../../shared/gate/stopped-before.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../../shared/table/keys.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { block, buildWorld, gateOver, put, useStandingTime } from '../../../builders/fakes/fake-gate.ts';
import type { GateWorld } from '../../../builders/fakes/fake-gate.ts';

const check = (buyerId: string, shopId = 's'): Check => ({ shopId, buyerId, action: 'place_order' });

/** What one read finds of buyers whom the block of `root` has stopped before. */
async function readAgain(world: GateWorld, buyers: readonly string[], root = 'root') {
  const gate = gateOver(world);
  for (const buyer of buyers) gate.recentDenials.remember(check(buyer), root);
  const checks = buyers.map((buyer) => check(buyer));
  return readStoppedBefore(gate, checks, 'c1', noon, performance.now() + 60);
}

/** A block of `root` that guards a linked account as well. */
function linkedBlock(options: Parameters<typeof block>[4] = {}): GateWorld {
  const world = buildWorld();
  block(world, 's', 'root', ['root', 'linked'], options);
  return world;
}

useStandingTime();

describe('readStoppedBefore', () => {
  it('denies with one read the root by its own block, and a linked account by its marker and that block', async () => {
    const world = linkedBlock();
    const stopped = await readAgain(world, ['root', 'linked']);
    expect([...stopped.keys()]).toEqual(['s|root', 's|linked']);
    expect(world.reads.map((keys) => keys.toSorted())).toEqual([
      [markerKey('s', 'linked'), blockKey('s', 'root'), accessKey('s')].map(keyText).toSorted(),
    ]);
  });

  it('says why, by which entries, and what stop that is', async () => {
    expect((await readAgain(linkedBlock(), ['linked'])).get('s|linked')).toEqual({
      check: check('linked'),
      entries: [{ root: 'root', blockId: 'block-root', expiresAt: noon + 1000 }],
      denial: {
        decision: 'deny',
        reason: 'blocked',
        degraded: false,
        matched: { blockId: 'block-root', scope: 'linked_user_ids' },
      },
      stop: { occasion: 'checkout#c1', name: 's|linked|checkout#c1', recorded: false },
    });
  });

  it.each<[string, (world: GateWorld) => unknown, readonly string[]]>([
    ['the block has gone', (world) => world.items.delete(keyText(blockKey('s', 'root'))), []],
    ['the access has ended', (world) => put(world, accessKey('s'), { access: { state: 'terminated' } }), []],
    ['the access cannot be read', (world) => world.unreadable.add(keyText(accessKey('s'))), []],
    ['the block cannot be read', (world) => world.unreadable.add(keyText(blockKey('s', 'root'))), []],
    [
      'the linked account has no marker any more',
      (world) => world.items.delete(keyText(markerKey('s', 'linked'))),
      ['root'],
    ],
    ['its marker cannot be read', (world) => world.unreadable.add(keyText(markerKey('s', 'linked'))), ['root']],
  ])('claims nothing beyond what is sure where %s', async (_, happen, denied) => {
    const world = linkedBlock();
    happen(world);
    const stopped = await readAgain(world, ['root', 'linked']);
    expect([...stopped.values()].map((one) => one.check.buyerId)).toEqual(denied);
  });

  it.each<[string, Parameters<typeof block>[4], readonly string[]]>([
    ['has expired', { expiresAt: noon }, []],
    ['covers its root alone', { scope: 'user_id_only' }, ['root']],
  ])('does not deny by a block that %s', async (_, options, denied) => {
    const stopped = await readAgain(linkedBlock(options), ['root', 'linked']);
    expect([...stopped.values()].map((one) => one.check.buyerId)).toEqual(denied);
  });

  it('does not deny a linked account that is exempt now, and goes on denying the root by its own block', async () => {
    const world = linkedBlock();
    const key = markerKey('s', 'linked');
    put(world, key, {
      'b#root': { blockId: 'block-root', expiresAt: noon + 1000 },
      exemption: { exemptionId: 'exemption-1' },
    });
    expect([...(await readAgain(world, ['root', 'linked'])).keys()]).toEqual(['s|root']);
  });

  it('does not deny by a marker of a block that has been replaced', async () => {
    const world = linkedBlock();
    put(world, blockKey('s', 'root'), { blockId: 'newer', expiresAt: noon + 1000, scope: 'linked_user_ids' });
    expect([...(await readAgain(world, ['root', 'linked'])).keys()]).toEqual(['s|root']);
  });

  it('reads nothing for nobody, nor where one of them was never stopped here', async () => {
    const world = linkedBlock();
    const gate = gateOver(world);
    gate.recentDenials.remember(check('root'), 'root');
    for (const checks of [[], [check('root'), check('stranger')], [check('root', 't')]])
      expect(await readStoppedBefore(gate, checks, undefined, noon, performance.now() + 60)).toEqual(new Map());
    expect(world.reads).toEqual([]);
  });

  it('leaves half of the time to the plain way', async () => {
    const gate = gateOver(linkedBlock());
    gate.recentDenials.remember(check('root'), 'root');
    const deadlines: Deadline[] = [];
    const store: typeof gate.store = {
      ...gate.store,
      together: (places, deadline) => {
        deadlines.push(deadline);
        return gate.store.together(places, deadline);
      },
    };
    const now = performance.now();
    await readStoppedBefore({ ...gate, store }, [check('root')], undefined, noon, now + 60);
    expect(deadlines).toEqual([now + 30]);
  });
});
