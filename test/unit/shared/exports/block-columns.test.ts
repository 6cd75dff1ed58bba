import { describe, expect, it } from 'vitest';
import { block as blockSchema } from '../../../../shared/contracts/http/block-list.ts';
import { newBlockRow } from '../../../../shared/contracts/http/bulk-blocks.ts';
import { blockColumns } from '../../../../shared/exports/block-columns.ts';

const names = blockColumns.map(({ name }) => name);

describe('the columns of a Block List', () => {
  it('hold all that a new block is made of, so that they can be imported again', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(newBlockRow.shape)));
  });

  it('hold what a block shows', () => {
    expect(Object.keys(blockSchema.shape)).toEqual(expect.arrayContaining(names));
  });

  it('are texts where anybody but us chose what stands there', () => {
    const texts = blockColumns.filter(({ kind }) => kind === 'text').map(({ name }) => name);
    expect(texts).toEqual(['username', 'buyerId', 'note', 'createdBy', 'blockId', 'alertId']);
  });

  it('are empty where a block has nothing', () => {
    expect(blockColumns.map(({ of }) => of({ username: 'm' })).filter((value) => value !== undefined)).toEqual(['m']);
  });
});
