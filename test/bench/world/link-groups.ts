import { changeLinkGroup, coverBlock } from '../../builders/worlds/link-work.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import { buyersNamed, createLinkWorld } from '../../builders/worlds/link-world.ts';
import type { Scenario } from '../subjects/messages.ts';
import { costOf } from './cost.ts';
import type { Cost } from './cost.ts';
import { tableAt } from './start-world.ts';
import type { World } from './start-world.ts';

export interface GuardedGroup {
  /** Asks for the buyer who was chosen. */
  readonly root: Scenario;
  /** Asks for other accounts that the block guards, where there are any. */
  readonly linked: Scenario;
  /** Of guarding the whole group, with the product's own job. */
  readonly guarding: Cost;
  readonly seconds: number;
}

/** A block on all linked accounts of a group of this size, made and spread as the product does. */
export async function guardGroup(world: World, tableName: string, size: number): Promise<GuardedGroup> {
  const table = tableAt(world.proxy.url, tableName);
  const links = createLinkWorld(table);
  const shop = `group-shop-${size}`;
  const members = buyersNamed(`member-${size}`, size);
  await links.openShop(shop);
  await changeLinkGroup(table, buildClock(), { groupId: `group-${size}`, buyerIds: members, revision: 1 });
  const block = await links.block(shop, members[0] ?? '');
  world.proxy.take();
  const started = performance.now();
  await coverBlock(table, block);
  const seconds = (performance.now() - started) / 1000;
  const guarding = costOf(world.proxy.take());
  table.client.destroy();
  const asked = (who: string, buyers: readonly string[]): Scenario => ({
    name: `deny ${who} in a group of ${size}`,
    requests: buyers.map((buyerId) => [{ shopId: shop, buyerId }]),
    checkouts: 'new',
    decision: 'deny',
  });
  return {
    root: asked('the root', members.slice(0, 1)),
    linked: asked('linked accounts', members.slice(1).slice(-40)),
    guarding,
    seconds,
  };
}
