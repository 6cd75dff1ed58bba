import { createHash } from 'node:crypto';
import type { HttpResponse } from '../http-front-end/http-request.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 36rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
ul { list-style: none; padding: 0; display: grid; gap: 0.75rem; }
button { font: inherit; width: 100%; padding: 0.75rem 1rem; text-align: start; border: 1px solid; border-radius: 0.5rem;
  background: Canvas; color: CanvasText; cursor: pointer; }
button:hover { background: ButtonFace; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
strong, span { display: block; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

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
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
  return { status, headers, body };
}
