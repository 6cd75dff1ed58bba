import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../shared/support/rules.ts';
import type { Candidate, Position } from '../../../../shared/support/rules.ts';
import { never } from '../../../../shared/block-list/rules.ts';

const candidate = (shopId: string, blockId: string, overrides: Partial<Candidate> = {}): Candidate => ({
  shopId,
  root: 'buyer',
  blockId,
  scope: 'user_id_only',
  expiresAt: never,
  ...overrides,
});

describe('a page of blocks that cover a buyer', () => {
  it('leaves out a block of another account alone', () => {
    const candidates = [
      candidate('s1', 'own'),
      candidate('s1', 'theirs', { root: 'other' }),
      candidate('s1', 'linked', { root: 'other', scope: 'linked_user_ids' }),
    ];
    expect(pageOf(candidates, 'buyer', 10, undefined).page.map(({ blockId }) => blockId)).toEqual(['linked', 'own']);
  });

  it('leads through all of them once, several of one shop included', () => {
    const candidates = ['s2', 's1', 'S3'].flatMap((shop) =>
      ['b', 'a', 'c'].map((name) =>
        candidate(shop, `${shop}-${name}`, { scope: 'linked_user_ids', root: `root-${name}` }),
      ),
    );
    for (const limit of [1, 2, 4, 9]) {
      const seen: string[] = [];
      let after: Position | undefined;
      do {
        const { page, next } = pageOf(candidates, 'buyer', limit, after);
        seen.push(...page.map(({ blockId }) => blockId));
        after = next;
      } while (after);
      expect(seen).toEqual(['S3-a', 'S3-b', 'S3-c', 's1-a', 's1-b', 's1-c', 's2-a', 's2-b', 's2-c']);
    }
  });

  it('says that there is no next one behind a last that is full', () => {
    expect(pageOf([candidate('s1', 'a'), candidate('s2', 'b')], 'buyer', 2, undefined).next).toBeUndefined();
  });
});
