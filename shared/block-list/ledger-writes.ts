import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { buyerAttribute, ledgerKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { dayAttribute } from './items.ts';
import type { LedgerPlan } from './rules.ts';

/**
 * The ledger's part of adding a block, or of restoring one, which is no new block of any day. All that the decision read is
 * a condition here, so two writers cannot both take the last place or the day's last block.
 */
export function takePlace(
  shopId: ShopId,
  root: BuyerId,
  expiresAt: EpochMilliseconds,
  plan: LedgerPlan,
  limits: { readonly blocks: number; readonly newBlocksPerDay: number; readonly dayKey?: string | undefined },
): Write {
  const { dayKey } = limits;
  const drops = dropExpressions(plan.drops);
  const forgets = plan.forgets.map((key, index) => [`#f${index}`, dayAttribute(key)] as const);
  const removed = [...drops.removes, ...forgets.map(([name]) => name)];
  const replaced = plan.replaces === undefined ? 0 : 1;
  return {
    update: ledgerKey(shopId),
    expression: [
      'SET blocks.#root = :expiresAt',
      ...(dayKey === undefined ? [] : ['ADD #day :one']),
      ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
    ].join(' '),
    condition: {
      expression: [
        replaced ? 'blocks.#root = :replaces' : 'attribute_not_exists(blocks.#root)',
        'size(blocks) < :places',
        ...(dayKey === undefined ? [] : ['(attribute_not_exists(#day) OR #day < :newBlocks)']),
        ...drops.conditions,
      ].join(' AND '),
    },
    names: {
      '#root': buyerAttribute(root),
      ...(dayKey === undefined ? {} : { '#day': dayAttribute(dayKey) }),
      ...drops.names,
      ...Object.fromEntries(forgets),
    },
    values: {
      ':expiresAt': expiresAt,
      ...(dayKey === undefined ? {} : { ':one': 1, ':newBlocks': limits.newBlocksPerDay }),
      ':places': limits.blocks + plan.drops.length + replaced,
      ...(replaced ? { ':replaces': plan.replaces } : {}),
      ...drops.values,
    },
  };
}

/** Drops expired places alone, when there are more than fit beside a new one. */
export function dropPlaces(shopId: ShopId, drops: LedgerPlan['drops']): Write {
  const { removes, conditions, names, values } = dropExpressions(drops);
  return {
    update: ledgerKey(shopId),
    expression: `REMOVE ${removes.join(', ')}`,
    condition: { expression: conditions.join(' AND ') },
    names,
    values,
  };
}

/** A live block's place with another expiry; its day's count stays as it is. */
export function keepPlace(shopId: ShopId, root: BuyerId, before: EpochMilliseconds, after: EpochMilliseconds): Write {
  return {
    update: ledgerKey(shopId),
    expression: 'SET blocks.#root = :after',
    condition: { expression: 'blocks.#root = :before' },
    names: { '#root': buyerAttribute(root) },
    values: { ':before': before, ':after': after },
  };
}

/** Gives the place back, but none of the day's new blocks. */
export function freePlace(shopId: ShopId, root: BuyerId, before: EpochMilliseconds): Write {
  return {
    update: ledgerKey(shopId),
    expression: 'REMOVE blocks.#root',
    condition: { expression: 'blocks.#root = :before' },
    names: { '#root': buyerAttribute(root) },
    values: { ':before': before },
  };
}

function dropExpressions(drops: LedgerPlan['drops']) {
  const indexes = drops.map((_, index) => index);
  return {
    removes: indexes.map((index) => `blocks.#x${index}`),
    conditions: indexes.map((index) => `blocks.#x${index} = :x${index}`),
    names: Object.fromEntries(drops.map((drop, index) => [`#x${index}`, buyerAttribute(drop.buyerId)])),
    values: Object.fromEntries(drops.map((drop, index) => [`:x${index}`, drop.expiresAt])),
  };
}
