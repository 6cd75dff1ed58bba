import { describe, expect, it } from 'vitest';
import { signInPage } from '../../../../core/issuer/sign-in-page.ts';

const person = { id: 'a', subject: 's', name: 'Anna', email: 'a@demo.example', about: 'Owns <1>.', shops: [] };

describe('signInPage', () => {
  const parameters = new URLSearchParams({ state: 'x"y', person: 'earlier' });
  const html = String(signInPage([person, { ...person, id: 'b' }], parameters, 'http://localhost:1').body);

  it('has a button for each person, which says who that is', () => {
    expect(
      html.match(/<button name="person" value="[ab]"><strong>Anna<\/strong><span>Owns &#60;1&#62;\./g),
    ).toHaveLength(2);
  });

  it('sends the request along with the choice, without an earlier choice', () => {
    expect(html.match(/<input type="hidden"[^>]*>/g)).toEqual(['<input type="hidden" name="state" value="x&#34;y">']);
  });

  it('is a page in a language, with one heading', () => {
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });
});
