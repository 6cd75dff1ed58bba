import { describe, expect, it } from 'vitest';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { sellerWriteRoute } from '../../../../shared/seller-api/seller-write-route.ts';
import type { SellerWriteRouteOptions } from '../../../../shared/seller-api/seller-write-route.ts';
import { profileKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import type { StoredItem } from '../../../builders/fakes/fake-reader.ts';
import type { HttpRequest } from '../../../builders/items/http-event.ts';
import { accessIn, caller, nameRead, writeLimit, writingContract } from '../../../builders/worlds/seller-routes.ts';

type WriteOptions = SellerWriteRouteOptions<typeof writingContract, string | undefined>;

/** A route that writes, over these items. */
function writeRoute(
  items: readonly StoredItem[],
  options: Partial<WriteOptions> = {},
  changes: Partial<RouteContract> = {},
) {
  const fake = fakeReader(...items);
  const deps = { reader: fake.reader, clock: buildClock(), writeLimit };
  const route = sellerWriteRoute(deps, { ...writingContract, ...changes } as typeof writingContract, {
    read: () => nameRead,
    handle: async ({ scope, token }) => ({ status: 200, body: { shop: scope.shopId, by: token.actor.id } }),
    replay: ({ outcome, loaded, body }) => ({ status: 299, body: { ...outcome, loaded, a: body.a } }),
    ...options,
  });
  return { ...fake, call: caller(route) };
}

describe('sellerWriteRoute', () => {
  it('hands on the scope of an active shop', async () => {
    expect(await writeRoute([accessIn('active')]).call()).toEqual({ status: 200, body: { shop: 's', by: 'ann' } });
  });

  it.each([
    ['unauthenticated', {}, { claims: undefined }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 't:owner' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:owner', scope: 'ssc/seller', token_use: 'id' } }],
    ['forbidden', {}, { claims: { sub: '\ud800', shops: 's:owner' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:owner s:viewer' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:viewer' } }],
    ['forbidden', {}, { claims: { sub: 'ann' } }],
    ['validation_failed', {}, { body: {} }],
    ['validation_failed', {}, { headers: { 'idempotency-key': '' } }],
    ['validation_failed', {}, { headers: { 'idempotency-key': 'k'.repeat(256) } }],
  ])('refuses with %s before anything is read', async (code, _, request) => {
    const { reads, call } = writeRoute([accessIn('active')]);
    await expect(call(request as HttpRequest)).rejects.toMatchObject({ code });
    expect(reads).toEqual([]);
  });

  it('says that the shop is forbidden before it says what is wrong with the request', async () => {
    await expect(writeRoute([]).call({ claims: { sub: 'ann', shops: '' }, body: '{' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([[[]], [[accessIn('terminated')]]])('refuses a shop whose access is not active', async (items) => {
    await expect(writeRoute(items).call()).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('reads access, record and what the route asks for in one round trip', async () => {
    const { reads, call } = writeRoute([accessIn('active')]);
    await call({ headers: { 'idempotency-key': 'k' } });
    expect(reads).toHaveLength(1);
    const keys = reads[0]?.keys.map(({ pk }) => pk.split('#')[0]);
    expect(new Set(keys)).toEqual(new Set(['SHOP', 'IDEM', 'BUYER']));
  });

  it('gives the use case first what came with the request, then what is there now', async () => {
    const { call, put, reads } = writeRoute([accessIn('active'), { ...profileKey('b'), username: 'ada' }], {
      async handle({ read }) {
        const first = await read(false);
        put({ ...profileKey('b'), username: 'eve' });
        put(accessIn('active', 2));
        const second = await read(true);
        return { status: 200, body: { names: [first.loaded, second.loaded], revision: second.access.revision } };
      },
    });
    expect(await call()).toMatchObject({ body: { names: ['ada', 'eve'], revision: 2 } });
    expect(reads).toHaveLength(2);
  });

  it('ends the write when the access has ended by the second read', async () => {
    const { call, put } = writeRoute([accessIn('active')], {
      async handle({ read }) {
        put(accessIn('terminated'));
        await read(true);
        return { status: 200 };
      },
    });
    await expect(call()).rejects.toMatchObject({ code: 'access_not_active' });
  });
});

describe('a repeated Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'k' };
  const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'k', ['write', { shopId: 's' }, { a: 'x', b: 'y' }]);
  const record = { ...use.key, requestDigest: use.requestDigest, outcome: { id: '1' }, expiresAt: noon + 1 };

  it('gets the answer again, in whatever order the fields come', async () => {
    const answer = { status: 299, body: { id: '1', loaded: undefined, a: 'x' } };
    const { call } = writeRoute([record, accessIn('active')]);
    expect(await call({ headers, body: { a: 'x', b: 'y' } })).toEqual(answer);
    expect(await call({ headers, body: '{"b":"y","a":"x"}' })).toEqual(answer);
  });

  it.each([[[]], [[accessIn('terminated')]]])('gets no answer once the access has ended', async (items) => {
    const { call } = writeRoute([record, ...items]);
    for (const body of [{ a: 'x', b: 'y' }, { a: 'other' }])
      await expect(call({ headers, body })).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('is refused for another body, another route or another shop', async () => {
    await expect(writeRoute([record, accessIn('active')]).call({ headers })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await expect(
      writeRoute([record, accessIn('active')], {}, { operationId: 'other' }).call({
        headers,
        body: { a: 'x', b: 'y' },
      }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is another seller’s own: neither answered by a colleague’s record nor refused for it', async () => {
    const { reads, call } = writeRoute([accessIn('active'), record]);
    const colleague = { claims: { sub: 'ben', shops: 's:agent' }, headers };
    for (const body of [{ a: 'x', b: 'y' }, { a: 'z' }])
      expect(await call({ ...colleague, body })).toMatchObject({ status: 200, body: { by: 'ben' } });
    const asked = JSON.stringify(reads);
    expect(asked).toContain('IDEM#s#');
    expect(asked).not.toContain(use.key.pk);
  });

  it('is fresh again after 24 hours', async () => {
    const old = { ...record, expiresAt: noon };
    expect(await writeRoute([old, accessIn('active')]).call({ headers, body: { a: 'x', b: 'y' } })).toMatchObject({
      status: 200,
    });
  });

  it('is the use that the use case carries into its write, and none without a key', async () => {
    const seen: unknown[] = [];
    const { call } = writeRoute([accessIn('active')], {
      handle: async (request) => {
        seen.push(request.use);
        return { status: 200 };
      },
    });
    await call({ headers, body: { a: 'x', b: 'y' } });
    await call({ body: { a: 'x', b: 'y' } });
    expect(seen).toEqual([use, undefined]);
  });

  it('ends the write whose second read shows that a concurrent request has done it', async () => {
    const { call, put } = writeRoute([accessIn('active')], {
      async handle({ read }) {
        put(record);
        await read(true);
        return { status: 200 };
      },
    });
    expect(await call({ headers, body: { a: 'x', b: 'y' } })).toMatchObject({ status: 299, body: { id: '1' } });
  });
});

describe('If-Match', () => {
  const changing = { ...writingContract, takesIfMatch: true } as const;
  const name1 = { ...profileKey('b'), username: 'ada' };

  /** A route that changes what its revision is the length of. */
  function changeRoute(...items: readonly StoredItem[]) {
    const fake = fakeReader(...items);
    const calls: string[] = [];
    const route = sellerWriteRoute({ reader: fake.reader, clock: buildClock(), writeLimit }, changing, {
      read: () => nameRead,
      versionOf: (loaded) => (loaded === undefined ? undefined : { id: 'n', revision: loaded.length }),
      async handle({ read }) {
        const { loaded } = await read(false);
        if (loaded === undefined) throw new AppError('not_found', 'no');
        calls.push('decided');
        if (loaded === 'crossed') fake.put({ ...profileKey('b'), username: 'other.name' });
        await read(true);
        return { status: 200 };
      },
      replay: () => ({ status: 299 }),
    });
    const call = (ifMatch: string | undefined, more: HttpRequest = {}) =>
      caller(route)({
        ...more,
        headers: { ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }), ...more.headers },
      });
    return { ...fake, call, calls };
  }

  it.each([undefined, '*', '"n.3.digest"', 'W/"n.3.other"', '"x", W/"n.3."'])('lets %s pass', async (header) => {
    expect(await changeRoute(accessIn('active'), name1).call(header)).toEqual({ status: 200 });
  });

  it.each([
    '"n.2.digest"',
    '"m.3.digest"',
    '"n.30.x"',
    '"n"',
    'W/"n.2.x", "x"',
  ])('refuses %s with the present revision', async (header) => {
    const { call, calls } = changeRoute(accessIn('active'), name1);
    await expect(call(header)).rejects.toMatchObject({ code: 'precondition_failed', details: { revision: 3 } });
    expect(calls).toEqual([]);
  });

  it.each([
    '',
    'n.3.digest',
    '"n.3.digest',
    '*, "n.3.x"',
    '"a" "b"',
  ])('names itself when it is no list of tags: %j', async (header) => {
    const { call, reads } = changeRoute(accessIn('active'), name1);
    await expect(call(header, { body: {} })).rejects.toMatchObject({
      details: { errors: expect.arrayContaining([expect.objectContaining({ path: 'header.If-Match' })]) },
    });
    expect(reads).toEqual([]);
  });

  it('is judged on each read that the write may rest on', async () => {
    const { call, calls } = changeRoute(accessIn('active'), { ...profileKey('b'), username: 'crossed' });
    await expect(call('"n.7.x"')).rejects.toMatchObject({ code: 'precondition_failed', details: { revision: 10 } });
    expect(calls).toEqual(['decided']);
  });

  it('comes behind access, the record of a key, and what is not there', async () => {
    await expect(changeRoute(accessIn('terminated'), name1).call('"n.2.x"')).rejects.toMatchObject({
      code: 'access_not_active',
    });
    await expect(changeRoute(accessIn('active')).call('"n.2.x"')).rejects.toMatchObject({ code: 'not_found' });
    const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'k', ['write', { shopId: 's' }, { a: 'x' }]);
    const record = { ...use.key, requestDigest: use.requestDigest, outcome: {}, expiresAt: noon + 1 };
    const { call } = changeRoute(accessIn('active'), name1, record);
    expect(await call('"n.2.x"', { headers: { 'idempotency-key': 'k' } })).toEqual({ status: 299 });
    await expect(call('"n.3.x"', { headers: { 'idempotency-key': 'k' }, body: { a: 'y' } })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });
});
