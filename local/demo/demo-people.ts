import { demoShop, invitedNever, secondShop, terminatedShop } from './demo-shop.ts';

/** Somebody whom the local issuer signs in. */
interface DemoPerson {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly about: string;
  /** `<shopId>:<role>` each. */
  readonly shops: readonly string[];
}

const person = (id: string, name: string, about: string, ...shops: readonly string[]): DemoPerson => ({
  id,
  // Whom the start's own token is about is the owner.
  subject: id === 'owner' ? 'demo-seller' : `demo-${id}`,
  name,
  email: `${id}@demo.example`,
  about,
  shops,
});

/** Who can sign in to a start: each role, and each state of a shop's access. */
export const demoPeople: readonly DemoPerson[] = [
  person('owner', 'Olivia Okafor', 'Owner of the demo shop. May do everything.', `${demoShop}:owner`),
  person('agent', 'Anan Suksai', 'Agent of the demo shop. Answers alerts and blocks buyers.', `${demoShop}:agent`),
  person(
    'viewer',
    'Valeria Núñez',
    'Viewer of the demo shop. Sees everything and changes nothing.',
    `${demoShop}:viewer`,
  ),
  person(
    'two-shops',
    'Tran Minh Chau',
    'Owner of two shops, and switches between them.',
    `${demoShop}:owner`,
    `${secondShop}:owner`,
  ),
  person(
    'not-invited',
    'Nadia Haddad',
    'Owner of a shop that was not invited to Seller Security Center.',
    `${invitedNever}:owner`,
  ),
  person('terminated', 'Tomás Weber', 'Owner of a shop whose access was ended.', `${terminatedShop}:owner`),
];

/** The members of a shop, as ops name them. */
export function membersOf(shopId: string): readonly { readonly subject: string; readonly role: string }[] {
  return demoPeople.flatMap(({ subject, shops }) =>
    shops.flatMap((pair) => {
      const [shop, role] = pair.split(':');
      return shop === shopId && role !== undefined ? [{ subject, role }] : [];
    }),
  );
}
