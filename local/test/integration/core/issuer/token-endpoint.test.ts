import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../../../builders/sign-in.ts';

describe('the token endpoint', () => {
  let its: Awaited<ReturnType<typeof startSignIn>>;
  beforeAll(async () => {
    its = await startSignIn();
  });
  afterAll(() => its.close());

  it('takes no code twice, and ends what the first use began', async () => {
    const { back, verifier, tokens } = await its.signIn();
    const again = await its.redeem(back, verifier);
    expect([again.status, ((await again.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
    await expect(its.renew(tokens.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('renews tokens silently, and ends the session when an old refresh token comes again', async () => {
    const { tokens: first } = await its.signIn();
    const second = await its.renew(first.refresh_token);
    expect(await its.askApi(second.access_token)).toBe(200);
    const third = await its.renew(second.refresh_token);
    await expect(its.renew(first.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(its.renew(third.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['invalid_client', 401, { client_id: 'other' }, {}],
    ['invalid_client', 401, { client_secret: 's' }, {}],
    ['invalid_client', 401, {}, { authorization: 'Basic c3NjOnM=' }],
    ['unsupported_grant_type', 400, { grant_type: 'password' }, {}],
    ['invalid_request', 400, { code: '' }, {}],
    ['invalid_request', 400, {}, { 'content-type': 'application/json' }],
    ['invalid_grant', 400, { code: 'unknown' }, {}],
    ['invalid_grant', 400, { grant_type: 'refresh_token', refresh_token: 'unknown' }, {}],
  ])('answers %s (%i) at the token endpoint to %o %o', async (error, status, changes, headers) => {
    const form = { grant_type: 'authorization_code', client_id: 'ssc', code: 'c', redirect_uri: its.redirectUri };
    const reply = await its.post('token', { ...form, code_verifier: 'v'.repeat(43), ...changes }, headers);
    expect([reply.status, ((await reply.json()) as { error: string }).error]).toEqual([status, error]);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });
});
