import { describe, expect, it } from 'vitest';
import { decideChecks } from '../../../../shared/gate/decide-checks.ts';
import { buyerMessage } from '../../../../shared/gate/request-rules.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { block, buildWorld, gateOver, put, useStandingTime } from '../../../builders/fakes/fake-gate.ts';

const check = (
  shopId: string,
  buyerId: string,
  action: 'place_order' | 'message' | 'request_after_sales' = 'place_order',
) => ({ shopId, buyerId, action });

useStandingTime();

describe('decideChecks', () => {
  it('allows after one read where there is no marker', async () => {
    const world = buildWorld();
    expect(await decideChecks(gateOver(world), { checks: [check('s', 'b')] })).toEqual([
      {
        shopId: 's',
        buyerId: 'b',
        action: 'place_order',
        decision: 'allow',
        reason: 'not_blocked',
        degraded: false,
        decidedAt: '2026-11-22T12:00:00.000Z',
      },
    ]);
    expect(world.reads).toEqual([[keyText(markerKey('s', 'b'))]]);
    expect(world.stops).toEqual([]);
  });

  it('denies a blocked buyer after one more read of the blocks named and the access', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    const [decision] = await decideChecks(gateOver(world), { checks: [check('s', 'b')] });
    expect(decision).toEqual({
      shopId: 's',
      buyerId: 'b',
      action: 'place_order',
      decision: 'deny',
      reason: 'blocked',
      matched: { blockId: 'block-b', scope: 'user_id_only' },
      degraded: false,
      buyerMessage,
      decidedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(world.reads[1]?.toSorted()).toEqual([keyText(accessKey('s')), keyText(blockKey('s', 'b'))].toSorted());
    expect(world.counted).toEqual({ denied: 1 });
  });

  it('tells the counting the first amount of checks that count as one order, and decides nothing by it', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    const amount = (value: string) => ({ amount: { value, currency: 'EUR' } });
    const one = { ...check('s', 'b'), ...amount('1') };
    const deps = gateOver(world);
    const decisions = await decideChecks(deps, {
      checkoutId: 'c1',
      checks: [
        check('s', 'b'),
        one,
        { ...check('s', 'b'), ...amount('2') },
        { ...check('s', 'stranger'), ...amount('3') },
      ],
    });
    expect(decisions.map(({ decision }) => decision)).toEqual(['deny', 'deny', 'deny', 'allow']);
    expect(decisions[1]).not.toHaveProperty('amount');
    expect(world.stops.flatMap(({ candidates }) => candidates)).toMatchObject([amount('1')]);
    // Known to be stopped here, they are found by one read, and another checkout is another order.
    await decideChecks(deps, { checkoutId: 'c2', checks: [{ ...one, ...amount('4') }, one] });
    expect(world.stops.at(-1)?.candidates).toMatchObject([amount('4')]);
  });

  it('allows by the own entry alone once it has expired', async () => {
    const world = buildWorld();
    block(world, 's', 'b', ['b'], { expiresAt: noon });
    expect(await decideChecks(gateOver(world), { checks: [check('s', 'b')] })).toMatchObject([
      { decision: 'allow', reason: 'not_blocked' },
    ]);
    expect(world.reads).toHaveLength(1);
  });

  it('reads nothing for messages and after-sales, of blocked buyers too', async () => {
    const world = buildWorld();
    block(world, 's', 'b');
    const decisions = await decideChecks(gateOver(world), {
      checks: [check('s', 'b', 'message'), check('s', 'b', 'request_after_sales')],
    });
    expect(decisions).toMatchObject([
      { action: 'message', decision: 'allow', reason: 'action_not_gated', degraded: false },
      { action: 'request_after_sales', decision: 'allow', reason: 'action_not_gated', degraded: false },
    ]);
    expect(world.reads).toEqual([]);
  });

  it('answers 50 checks in the order asked, duplicates and shops that share a buyer included', async () => {
    const world = buildWorld();
    for (let index = 0; index < 50; index += 3) block(world, `s${index % 7}`, `b${index}`);
    const checks = Array.from({ length: 50 }, (_, index) =>
      index === 49 ? check('s0', 'b0') : check(`s${index % 7}`, `b${index}`, index === 6 ? 'message' : 'place_order'),
    );
    const decisions = await decideChecks(gateOver(world), { checks });
    expect(decisions.map(({ shopId, buyerId, action }) => ({ shopId, buyerId, action }))).toEqual(checks);
    expect(decisions.map(({ decision }) => decision)).toEqual(
      checks.map((_, index) => (index === 49 || (index % 3 === 0 && index !== 6) ? 'deny' : 'allow')),
    );
    expect(world.reads).toHaveLength(2);
  });

  it('does not mix up shops and buyers whose names run together', async () => {
    const world = buildWorld();
    block(world, 'a', 'b-c');
    block(world, '__proto__', 'constructor');
    const decisions = await decideChecks(gateOver(world), {
      checks: [
        check('a', 'b-c'),
        check('a-b', 'c'),
        check('__proto__', 'constructor'),
        check('constructor', '__proto__'),
      ],
    });
    expect(decisions.map(({ decision }) => decision)).toEqual(['deny', 'allow', 'deny', 'allow']);
  });

  it('frees everyone with the end of the access, and guards them again with its return', async () => {
    const world = buildWorld();
    block(world, 's', 'b', ['b', 'linked']);
    const both = { checks: [check('s', 'b'), check('s', 'linked')] };
    put(world, accessKey('s'), { access: { state: 'terminated' } });
    expect((await decideChecks(gateOver(world), both)).map(({ decision }) => decision)).toEqual(['allow', 'allow']);
    put(world, accessKey('s'), { access: { state: 'active' } });
    expect((await decideChecks(gateOver(world), both)).map(({ decision }) => decision)).toEqual(['deny', 'deny']);
    world.items.delete(keyText(accessKey('s')));
    expect((await decideChecks(gateOver(world), both)).map(({ decision }) => decision)).toEqual(['allow', 'allow']);
  });

  it('allows by a marker that survived its block', async () => {
    const world = buildWorld();
    block(world, 's', 'b', ['b', 'linked']);
    world.items.delete(keyText(blockKey('s', 'b')));
    expect(await decideChecks(gateOver(world), { checks: [check('s', 'b'), check('s', 'linked')] })).toMatchObject([
      { decision: 'allow' },
      { decision: 'allow' },
    ]);
  });

  it('tells every denied buyer the same, and nobody else anything', async () => {
    const world = buildWorld();
    block(world, 's', 'root', ['root', 'linked']);
    world.unreadable.add(keyText(blockKey('t', 'x')));
    block(world, 't', 'x');
    const checks = [check('s', 'root'), check('s', 'linked'), check('t', 'x'), check('s', 'free')];
    const decisions = await decideChecks(gateOver(world), { checks });
    expect(decisions.map((decision) => decision.buyerMessage)).toEqual([
      buyerMessage,
      buyerMessage,
      buyerMessage,
      undefined,
    ]);
    expect(buyerMessage).not.toMatch(/block|shop|seller|list|ban/i);
  });

  it('decides all checks by one instant', async () => {
    let calls = 0;
    const clock = { ...buildClock(), now: () => noon + calls++ };
    const decisions = await decideChecks(gateOver(buildWorld(), { clock }), {
      checks: [check('s', 'a'), check('s', 'b')],
    });
    expect(new Set(decisions.map(({ decidedAt }) => decidedAt))).toHaveLength(1);
  });
});
