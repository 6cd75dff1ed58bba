import { describe, expect, it } from 'vitest';
import type { NewBlock } from '../../../../shared/block-list/plan-block.ts';
import { addedBlock, changedBlock, toRecorded } from '../../../../shared/block-list/recorded-block.ts';
import type { Witnesses } from '../../../../shared/block-list/recorded-block.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';

const request: NewBlock = {
  buyerId: 'buyer-1',
  username: 'ada',
  reason: 'other',
  note: 'n',
  scope: 'user_id_only',
  duration: 'permanent',
};
const block = buildBlock({ username: 'ada', avatarUrl: 'https://cdn.example/ada.png', reason: 'other', note: 'n' });
const { username: _username, avatarUrl: _avatarUrl, note: _note, ...wordless } = block;
const seeing = (present: Witnesses['present']): Witnesses => ({ present, buyerIsErased: false });
const later = { ...block, revision: 2, note: 'theirs', username: 'renamed' };
const anew = { ...block, blockId: 'another', note: 'theirs' };

describe('toRecorded', () => {
  it('keeps the answer, but for what is said of or by people', () => {
    expect(toRecorded(block)).toEqual(wordless);
  });
});

describe('addedBlock', () => {
  it('is the block that was made, while it is in that state', () => {
    expect(addedBlock(toRecorded(block), request, seeing(block))).toEqual(block);
  });

  it.each([
    [later],
    [anew],
    [undefined],
  ])('says what the request said, and no more, of a block that has gone on', (present) => {
    const answer = addedBlock(toRecorded(block), request, seeing(present));
    expect(answer).toEqual({ ...wordless, username: 'ada', note: 'n' });
  });

  it('reads the records of before, which leave to the request what it says', () => {
    const { blockId, createdAt, createdBy, expiresAt, coverage } = block;
    const before = { blockId, createdAt, createdBy, expiresAt, coverage };
    expect(addedBlock(before, request, seeing(block))).toEqual(block);
  });

  it('names nobody who was erased since', () => {
    const erased = { present: wordless, buyerIsErased: true };
    expect(addedBlock(toRecorded(block), request, erased)).toEqual(wordless);
  });
});

describe('changedBlock', () => {
  it('is the block that was changed, while it is in that state', () => {
    expect(changedBlock(toRecorded(block), { reason: 'other' }, seeing(block))).toEqual(block);
  });

  it.each([[later], [anew], [undefined]])('leaves out words of a block that has gone on', (present) => {
    expect(changedBlock(toRecorded(block), { reason: 'other' }, seeing(present))).toEqual(wordless);
    expect(changedBlock(toRecorded(block), { note: 'n' }, seeing(present))).toEqual({ ...wordless, note: 'n' });
    expect(changedBlock(toRecorded(block), { note: null }, seeing(present))).toEqual(wordless);
  });

  it('names nobody who was erased since', () => {
    expect(changedBlock(toRecorded(block), { note: 'n' }, { present: wordless, buyerIsErased: true })).toEqual(
      wordless,
    );
  });

  it('refuses a key whose record was kept before answers were', () => {
    expect(() => changedBlock({ buyerId: 'b', blockId: 'x' }, { note: 'n' }, seeing(block))).toThrow(
      expect.objectContaining({ code: 'idempotency_key_reused' }),
    );
  });
});
