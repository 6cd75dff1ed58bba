import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { escapeHtml, issuerPage } from '../../../../core/issuer/issuer-page.ts';

describe('issuerPage', () => {
  const page = issuerPage({ status: 200, title: 'A & B', content: '<p>x</p>' });
  const policy = page.headers.find(([name]) => name === 'content-security-policy')?.[1] ?? '';

  it('allows its own style by its hash, and nothing else', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(String(page.body))?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
  });

  it('has no form unless it says where that leads', () => {
    expect(policy).toContain("form-action 'none'");
    const withForm = issuerPage({ status: 200, title: '', content: '', formGoesTo: 'http://localhost:1' });
    expect(JSON.stringify(withForm.headers)).toContain("form-action 'self' http://localhost:1");
  });

  it('escapes its title', () => {
    expect(page.body).toContain('<title>A &#38; B</title>');
  });
});

describe('escapeHtml', () => {
  it('leaves nothing with which a text could leave its place', () => {
    expect(escapeHtml(`<a href="x" id='y'>&`)).toBe('&#60;a href=&#34;x&#34; id=&#39;y&#39;&#62;&#38;');
  });
});
