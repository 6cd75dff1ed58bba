import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../../core/state/journal.ts';
import { openKeyRing } from '../../../../services/kms/key-ring.ts';

const model = (id: string) => ({ id, arn: `arn:aws:kms:us-east-1:000000000000:key/${id}`, policy: [] });

describe('the keys of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  /** As a process opens it that ends without a word. */
  const opened = (...ids: readonly string[]) => openKeyRing(ids.map(model), openJournal(folder));
  const publicKeys = (...ids: readonly string[]) => opened(...ids).map(({ publicKey }) => Buffer.from(publicKey));

  it('are there again after the process, and sign what the first ones would verify', () => {
    const [before] = publicKeys('one');
    const [again] = opened('one');
    expect(Buffer.from(again?.publicKey ?? [])).toEqual(before);
    const signature = again?.sign(Buffer.from('message'), 'RAW') ?? Buffer.alloc(0);
    const key = createPublicKey({ key: before ?? '', format: 'der', type: 'spki' });
    expect(verify('sha256', Buffer.from('message'), key, signature)).toBe(true);
  });

  it('are each another, and stay when others come and go', () => {
    const [one] = publicKeys('one');
    const [two, same] = publicKeys('two', 'one');
    expect(two).not.toEqual(one);
    expect(same).toEqual(one);
    publicKeys();
    expect(publicKeys('one', 'two')).toEqual([one, two]);
  });

  it('are others in memory at each start', () => {
    const inMemory = () => openKeyRing([model('one')], openJournal(undefined))[0]?.publicKey;
    expect(inMemory()).not.toEqual(inMemory());
  });
});
