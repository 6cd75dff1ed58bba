import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Membership } from '../../../../shared/access/member-rules.ts';
import { writeShopsClaim } from '../../../../shared/identity/write-shops-claim.ts';
import { accessClaims, buildSignIn } from '../../../builders/items/sign-in.ts';

const shopsOf = (memberships: readonly Membership[]) => {
  const asked: string[] = [];
  const store = {
    shopsOf: async ({ subject }: { subject: string }) => {
      asked.push(subject);
      return memberships;
    },
  };
  return { asked, trigger: writeShopsClaim(store) };
};

/** What is logged from here on, as text. */
function catchLogs(): () => string {
  const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true));
  return () => streams.flatMap(({ mock }) => mock.calls.map(([line]) => String(line))).join('');
}

describe('the pre-token trigger', () => {
  afterEach(() => vi.restoreAllMocks());

  it('writes the shops into the access token, and nothing else into any', async () => {
    const { trigger, asked } = shopsOf([
      { shopId: '1', role: 'owner' },
      { shopId: '2', role: 'viewer' },
    ]);
    const event = buildSignIn('subject-1');
    expect(await trigger(event)).toEqual({
      ...event,
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { shops: '1:owner 2:viewer' } },
        },
      },
    });
    expect(asked).toEqual(['subject-1']);
  });

  it('gives nobody’s member a token that opens nothing', async () => {
    const event = buildSignIn('stranger');
    expect(await shopsOf([]).trigger(event)).toEqual(event);
  });

  it('grants nothing for what a user can write', async () => {
    const { trigger, asked } = shopsOf([]);
    const answer = await trigger(
      buildSignIn('stranger', { userAttributes: { shops: '1:owner', 'custom:shops': '1:owner', profile: 'owner' } }),
    );
    expect(accessClaims(answer)).toEqual({});
    expect(asked).toEqual(['stranger']);
  });

  it('makes no token when the shops cannot be read, and says and logs no names', async () => {
    const logged = catchLogs();
    const trigger = writeShopsClaim({ shopsOf: () => Promise.reject(new TypeError('canary-in-the-error')) });
    const refusal = await trigger(buildSignIn('canary-subject')).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message: 'Signing in is not possible at present. Try again.' });
    expect((refusal as Error).cause).toBeUndefined();
    expect(logged()).toContain('TypeError');
    expect(logged()).not.toMatch(/canary/);
  });

  it('makes no token from what is not its event', async () => {
    const logged = catchLogs();
    const { trigger, asked } = shopsOf([{ shopId: '1', role: 'owner' }]);
    await expect(trigger(buildSignIn('canary', { version: '1' }))).rejects.toThrow(/not possible/);
    await expect(trigger(buildSignIn(''))).rejects.toThrow(/not possible/);
    expect(asked).toEqual([]);
    expect(logged()).not.toMatch(/canary/);
  });

  it('says how many shops it left out, and of nobody', async () => {
    const logged = catchLogs();
    const many = Array.from({ length: 400 }, (_, index) => ({ shopId: `shop-${index}`, role: 'agent' as const }));
    const { shops = '' } = accessClaims(await shopsOf(many).trigger(buildSignIn('canary-subject')));
    const text = logged();
    expect(text).toContain(`"leftOut":${400 - shops.split(' ').length}`);
    expect(text).not.toMatch(/canary/);
  });
});
