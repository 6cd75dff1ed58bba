import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, startSignIn } from '../../../builders/sign-in.ts';

describe('the page on which people sign in', () => {
  let its: Awaited<ReturnType<typeof startSignIn>>;
  beforeAll(async () => {
    its = await startSignIn();
  });
  afterAll(() => its.close());

  it('shows a page without script, in nobody’s frame, that escapes what it was given', async () => {
    const state = '"><script>alert(1)</script>';
    const parameters = await its.parametersFor('v'.repeat(43), { state });
    const page = await fetch(`${its.server.authorization_endpoint}?${parameters.toString()}`);
    const html = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${its.url}`);
    expect(policy).not.toContain('script-src');
    expect(html).not.toContain('<script');
    expect(html).toContain('Olivia &#60;Owner&#62;');
    expect(html.match(/<button name="person"/g)).toHaveLength(2);
    expect((await its.choose(parameters, 'owner')).searchParams.get('state')).toBe(state);
  });

  it('asks again when nobody was chosen, and shows what is wrong when it was not asked by the client', async () => {
    const parameters = await its.parametersFor('v'.repeat(43));
    const again = await its.post('authorize', { ...Object.fromEntries(parameters), person: 'stranger' });
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('Sign in to the demo')]);
    parameters.set('redirect_uri', 'https://evil.example/signed-in');
    const page = await fetch(`${its.server.authorization_endpoint}?${parameters.toString()}`, { redirect: 'manual' });
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('redirect_uri')]);
  });

  it('tells the client why it refuses to sign somebody in', async () => {
    const parameters = await its.parametersFor('v'.repeat(43), { prompt: 'none' });
    const reply = await fetch(`${its.server.authorization_endpoint}?${parameters.toString()}`, { redirect: 'manual' });
    const back = new URL(reply.headers.get('location') ?? '');
    expect(() => oauth.validateAuthResponse(its.server, client, back, 'the-state')).toThrow(
      expect.objectContaining({ error: 'login_required' }),
    );
  });

  it('knows a browser again, until it signs out, and asks all the same when the client says so', async () => {
    const parameters = await its.parametersFor('v'.repeat(43));
    parameters.set('person', 'owner');
    const sent = { method: 'POST', body: parameters, redirect: 'manual' } as const;
    const chosen = await fetch(`${its.url}/_local/issuer/authorize`, sent);
    const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const open = async (more: Record<string, string> = {}, headers: Record<string, string> = { cookie }) => {
      const asked = await its.parametersFor('v'.repeat(43), more);
      const reply = await fetch(`${its.server.authorization_endpoint}?${asked.toString()}`, {
        headers,
        redirect: 'manual',
      });
      return { status: reply.status, back: new URL(reply.headers.get('location') ?? 'none:') };
    };
    for (const more of [{}, { prompt: 'none' }]) {
      const { back } = await open(more);
      expect(oauth.validateAuthResponse(its.server, client, back, 'the-state').get('code')).toBeTruthy();
    }
    expect(await open({ prompt: 'login' })).toMatchObject({ status: 200 });
    expect(await open({}, {})).toMatchObject({ status: 200 });

    const left = await fetch(its.server.end_session_endpoint ?? '', { headers: { cookie } });
    expect(left.headers.get('set-cookie')).toMatch(/=; .*Max-Age=0/);
    expect(await open()).toMatchObject({ status: 200 });
  });
});
