import { describe, expect, it } from 'vitest';
import { performOnce } from '../../../../shared/idempotency/perform-once.ts';
import type { OnceForKey } from '../../../../shared/idempotency/perform-once.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import type { Outcome } from '../../../../shared/idempotency/record.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { ErrorCode } from '../../../../shared/kernel/errors.ts';
import type { ReadPlan } from '../../../../shared/table/read-plan.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import type { StoredItem } from '../../../builders/fakes/fake-reader.ts';

const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'key', ['write']);
const recordOf = (outcome: Outcome, requestDigest = use.requestDigest) => ({
  ...use.key,
  requestDigest,
  outcome,
  expiresAt: noon + 1,
});
const thing = { pk: 'THING', sk: 'THING' };
const plan: ReadPlan<unknown> = { keys: [thing], decode: (items) => items.get(thing)?.['value'] };
const refusing = (code: ErrorCode) => () => Promise.reject(new AppError(code, 'no'));

type Once = OnceForKey<unknown, string, string>;

/** A write that is decided on one thing, with the key's record beside it. */
function world(...items: readonly StoredItem[]) {
  const fake = fakeReader({ ...thing, value: 'before' }, ...items);
  const perform = (once: Partial<Once> = {}) =>
    performOnce(fake.reader, {
      use,
      now: noon,
      plan,
      admit: (loaded) => `admitted ${String(loaded)}`,
      perform: async (first) => `performed on ${first}`,
      replay: (outcome, admitted) => `replayed ${String(outcome['id'])} to ${admitted}`,
      ...once,
    });
  return { ...fake, perform };
}

describe('a write that is to happen once for its key', () => {
  it('is performed on what was admitted, after one read of all', async () => {
    const { perform, reads } = world();
    expect(await perform()).toBe('performed on admitted before');
    expect(reads).toEqual([{ settled: false, keys: [use.key, thing] }]);
  });

  it('is a write like any other without a key', async () => {
    const { perform, reads } = world(recordOf({ id: '1' }));
    expect(await perform({ use: undefined })).toBe('performed on admitted before');
    expect(reads.map(({ keys }) => keys)).toEqual([[thing]]);
    await expect(perform({ use: undefined, perform: refusing('not_found') })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(reads).toHaveLength(2);
  });

  it('is answered by its record once the caller is admitted, and not performed', async () => {
    const { perform, reads } = world(recordOf({ id: '1' }));
    const never = () => {
      throw new Error('performed');
    };
    expect(await perform({ perform: never })).toBe('replayed 1 to admitted before');
    expect(reads).toHaveLength(1);
  });

  it('is refused when the key was used for another request', async () => {
    const { perform } = world(recordOf({ id: '1' }, 'another'));
    await expect(perform()).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it.each([
    'the same',
    'another',
  ])('refuses one who may do nothing before it looks at a record of %s request', async (kind) => {
    const { perform } = world(recordOf({ id: '1' }, kind === 'another' ? kind : undefined));
    const admit = () => {
      throw new AppError('access_not_active', 'no');
    };
    await expect(perform({ admit })).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('asks no more of the table when the caller is not admitted', async () => {
    const { perform, reads } = world();
    const admit = () => {
      throw new AppError('access_not_active', 'no');
    };
    await expect(perform({ admit })).rejects.toMatchObject({ code: 'access_not_active' });
    expect(reads).toHaveLength(1);
  });

  it('goes on with what a second read shows, admitted again', async () => {
    const { perform, put, reads } = world();
    const again: Once['perform'] = async (first, read) => {
      put({ ...thing, value: 'after' });
      return `${first}, then ${await read()}`;
    };
    expect(await perform({ perform: again })).toBe('admitted before, then admitted after');
    expect(reads.map(({ keys }) => keys)).toEqual([
      [use.key, thing],
      [use.key, thing],
    ]);
  });

  it('ends with a refusal when a second read no longer admits the caller', async () => {
    const { perform, put } = world();
    const admit = (loaded: unknown) => {
      if (loaded === 'after') throw new AppError('access_not_active', 'no');
      return 'admitted';
    };
    const again: Once['perform'] = (_first, read) => {
      put({ ...thing, value: 'after' });
      return read();
    };
    await expect(perform({ admit, perform: again })).rejects.toMatchObject({ code: 'access_not_active' });
  });
});

describe('a concurrent request with the same key', () => {
  it('answers for both when it shows on a second read, whatever the write is in the middle of', async () => {
    const { perform, put, reads } = world();
    let goesOn = false;
    const overtaken: Once['perform'] = async (_first, read) => {
      put(recordOf({ id: 'theirs' }));
      put({ ...thing, value: 'after' });
      await read();
      goesOn = true;
      return 'performed twice';
    };
    expect(await perform({ perform: overtaken })).toBe('replayed theirs to admitted after');
    expect(goesOn).toBe(false);
    expect(reads).toHaveLength(2);
  });

  it('refuses the key on a second read when it was for something else', async () => {
    const { perform, put } = world();
    const overtaken: Once['perform'] = (_first, read) => {
      put(recordOf({ id: 'theirs' }, 'another'));
      return read();
    };
    await expect(perform({ perform: overtaken })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it.each([
    'not_found',
    'already_blocked',
    'alert_not_open',
    'precondition_failed',
    'buyer_not_found',
  ] as const)('is looked for before %s is told, since its record may not have shown yet', async (code) => {
    const { perform, put, putUnseen, reads } = world();
    const unseen: Once['perform'] = async () => {
      putUnseen(recordOf({ id: 'theirs' }));
      put({ ...thing, value: 'after' });
      throw new AppError(code, 'no');
    };
    expect(await perform({ perform: unseen })).toBe('replayed theirs to admitted after');
    expect(reads.map(({ settled, keys }) => [settled, keys.length])).toEqual([
      [false, 2],
      [true, 1],
      [false, 2],
    ]);
  });

  it('was none when its record is not there: the refusal stands', async () => {
    const { perform, reads } = world();
    await expect(perform({ perform: refusing('already_blocked') })).rejects.toMatchObject({ code: 'already_blocked' });
    expect(reads.map(({ settled }) => settled)).toEqual([false, true]);
  });

  it('of another request makes the refusal one of the key', async () => {
    const { perform, putUnseen } = world();
    const unseen: Once['perform'] = async () => {
      putUnseen(recordOf({ id: 'theirs' }, 'another'));
      throw new AppError('not_found', 'no');
    };
    await expect(perform({ perform: unseen })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it.each([
    'unavailable',
    'validation_failed',
    'too_many_requests',
    'access_not_active',
  ] as const)('is not looked for behind %s, which stands whatever was done', async (code) => {
    const { perform, reads } = world();
    await expect(perform({ perform: refusing(code) })).rejects.toMatchObject({ code });
    expect(reads).toHaveLength(1);
  });

  it('is not looked for behind a failure that nobody foresaw', async () => {
    const { perform, reads } = world();
    await expect(perform({ perform: () => Promise.reject(new Error('no route')) })).rejects.toThrow('no route');
    expect(reads).toHaveLength(1);
  });
});
