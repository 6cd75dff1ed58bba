import type { HttpResponse } from '../http-front-end/http-request.ts';
import { escapeHtml, issuerPage } from './issuer-page.ts';
import type { Person } from './person.ts';

/**
 * Where somebody chooses whom to sign in as.
 *
 * @param parameters of the authorization request, which the form sends again with the choice.
 * @param redirectOrigin where the client gets its answer.
 */
export function signInPage(
  people: readonly Person[],
  parameters: URLSearchParams,
  redirectOrigin: string,
): HttpResponse {
  const hidden = [...parameters]
    .filter(([name]) => name !== 'person')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  const choices = people.map(
    ({ id, name, about }) =>
      `<li><button name="person" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(about)}</span></button></li>`,
  );
  return issuerPage({
    status: 200,
    title: 'Sign in to the demo',
    content: `<p>This sign-in exists on this machine only. There are no passwords: choose whom to be.</p>
<form method="post" action="/_local/issuer/authorize">
${hidden.join('\n')}
<ul>
${choices.join('\n')}
</ul>
</form>`,
    formGoesTo: redirectOrigin,
  });
}
