import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { nothingPrevented } from '../../../../shared/prevented/rules.ts';
import type { Prevented } from '../../../../shared/prevented/rules.ts';
import { shownBlock, shownBlocks, shownNewBlock } from '../../../../shared/seller-api/shown-block.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';

const scope = platformScope('s', 'test');
const some: Prevented = { orders: 2, amounts: [{ value: '1.00', currency: 'EUR' }], lastAt: noon };

function store() {
  const asked: (readonly string[])[] = [];
  const prevented = {
    async read(_scope: unknown, blockIds: readonly string[]) {
      asked.push(blockIds);
      return (blockId: string) => (blockId === 'b2' ? some : nothingPrevented);
    },
  };
  return { asked, prevented };
}

describe('shownBlocks', () => {
  it('shows with each block what it has prevented, after one read for all', async () => {
    const deps = store();
    const blocks = ['b1', 'b2'].map((blockId) => buildBlock({ blockId }));
    expect(await shownBlocks(deps, scope, blocks)).toMatchObject([
      { blockId: 'b1', prevented: { orders: 0, amounts: [] } },
      { blockId: 'b2', prevented: { orders: 2, lastAt: '2026-11-22T12:00:00.000Z' } },
    ]);
    expect(deps.asked).toEqual([['b1', 'b2']]);
  });

  it('reads nothing for a page without blocks', async () => {
    const deps = store();
    expect(await shownBlocks(deps, scope, [])).toEqual([]);
    expect(deps.asked).toEqual([]);
  });
});

describe('shownBlock', () => {
  it('shows one', async () => {
    expect(await shownBlock(store(), scope, buildBlock({ blockId: 'b2' }))).toMatchObject({ prevented: { orders: 2 } });
  });
});

describe('shownNewBlock', () => {
  it('has prevented nothing, which nobody has to read', () => {
    expect(shownNewBlock(buildBlock())).toMatchObject({ prevented: { orders: 0, amounts: [] } });
  });
});
