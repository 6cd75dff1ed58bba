import { createHash } from 'node:crypto';
import type { HttpResponse } from '../http-front-end/http-request.ts';

/** As the console's own sign-in looks: its colours, and its card. See console/src/ui/tokens.css. */
const style = `
:root { color-scheme: light dark; --line: light-dark(#e2e5ea, #272d36); --quiet: light-dark(#58606d, #a2abb9);
  --accent: light-dark(#2c5bd8, #7da2ff); }
* { box-sizing: border-box; }
body { display: grid; place-items: center; min-height: 100dvh; margin: 0; padding: 1rem;
  background: light-dark(#f6f7f9, #0e1116); color: light-dark(#181c23, #e7eaef);
  font: 400 0.875rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main { width: 100%; max-width: 460px; padding: 2rem; border: 1px solid var(--line); border-radius: 10px;
  background: light-dark(#ffffff, #161a20); box-shadow: 0 1px 2px rgb(16 24 40 / 6%); overflow-wrap: anywhere; }
svg { display: block; margin-bottom: 0.75rem; color: var(--accent); }
h1 { margin: 0; font-size: 1.25rem; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em; }
p { margin: 0.5rem 0 0; color: var(--quiet); }
ul { display: grid; gap: 0.5rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
button { width: 100%; min-height: 44px; padding: 0.5rem 0.75rem; border: 1px solid light-dark(#838c9a, #6d7787); border-radius: 6px;
  background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { border-color: var(--accent); background: light-dark(#f1f3f6, #1d222a); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button strong { font-weight: 600; }
button strong, button span { display: block; }
button span { color: var(--quiet); }
@media (max-width: 480px) { main { padding: 1.25rem; } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** The console's mark, `shield-check` of Lucide. */
const shield =
  '<svg width="36" height="36" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/></svg>';

/** Text between tags, or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A page of the issuer: no script, nothing from elsewhere, in nobody's frame.
 *
 * @param options.content HTML, in which every foreign text is escaped.
 * @param options.formGoesTo origins beside our own to which the answer to a form leads: browsers hold redirects to it.
 */
export function issuerPage(options: {
  readonly status: number;
  readonly title: string;
  readonly content: string;
  readonly formGoesTo?: string;
}): HttpResponse {
  const { status, title, content, formGoesTo } = options;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action ${formGoesTo === undefined ? "'none'" : `'self' ${formGoesTo}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  const headers: [string, string][] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-security-policy', policy.join('; ')],
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    // With no-referrer, a form would come from the origin "null", which is no page of this machine.
    ['referrer-policy', 'same-origin'],
  ];
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${shield}
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
  return { status, headers, body };
}
