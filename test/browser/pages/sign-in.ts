import type { ConsoleWorld, Visit } from '../world/console-world.ts';

/** Whom the issuer of this machine signs in: see `local/demo/demo-people.ts`. */
export type PersonName =
  | 'Olivia Okafor'
  | 'Anan Suksai'
  | 'Valeria Núñez'
  | 'Tran Minh Chau'
  | 'Nadia Haddad'
  | 'Tomás Weber';

/** From the console's page over the issuer's and back, to the path that was asked for. */
export async function signIn(visit: Visit, person: PersonName, path = '/'): Promise<void> {
  await visit.open(path);
  // The only button of its page, in any language.
  await visit.page.getByRole('main').getByRole('button').click();
  await choosePerson(visit, person);
}

/** On the issuer's page. */
export async function choosePerson({ page }: Visit, person: PersonName): Promise<void> {
  await page.getByRole('button', { name: person }).click();
  await page.getByRole('banner').waitFor();
}

/**
 * A browser of its own, in which this person is signed in.
 *
 * @param time epoch milliseconds, at which its clock stands still.
 */
export async function visitAs(
  world: ConsoleWorld,
  person: PersonName,
  path = '/',
  options: Parameters<ConsoleWorld['visit']>[0] = {},
  time?: number,
): Promise<Visit> {
  const visit = await world.visit(options);
  if (time !== undefined) await visit.page.clock.setFixedTime(time);
  await signIn(visit, person, path);
  return visit;
}
