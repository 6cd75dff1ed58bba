import { changeMembers } from '../access/change-members.ts';
import type { ShopMembers } from '../access/change-members.ts';
import type { Member } from '../access/member-rules.ts';
import type { MemberStore } from '../access/member-store.ts';
import { versionOf } from '../access/rules.ts';
import { accessRead } from '../access/store.ts';
import * as contract from '../contracts/http/members.ts';
import type { Reply } from '../contracts/http/route-contract.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { sellerRoute } from './seller-route.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';

export interface MemberDeps extends SellerWriteDeps {
  readonly members: MemberStore;
  readonly newId: NewId;
}

/** Who works in a shop: for everybody in it to see, and for its owners to say. */
export function memberRoutes(deps: MemberDeps): readonly BoundRoute[] {
  const { members: store, newId } = deps;
  return [
    sellerRoute(deps, contract.listMembers, {
      read: () => nothingToRead,
      handle: ({ access, scope }) => shown(scope.shopId, access),
    }),
    sellerWriteRoute(deps, contract.setMembers, {
      read(token) {
        const { keys, decode } = accessRead(token);
        return { keys, decode: (items) => versionOf(token.shopId, decode(items)) };
      },
      versionOf: (version: EntityVersion) => version,
      async handle(request) {
        const members = await changeMembers({ store, newId }, request, request.body.members);
        return shown(request.scope.shopId, members);
      },
      // The owners as they were, from the record; the others are as the request has them.
      replay({ scope, body, outcome }) {
        const owners = (outcome['owners'] as readonly string[]).map((subject): Member => ({ subject, role: 'owner' }));
        const others = body.members.filter(({ role }) => role !== 'owner');
        return shown(scope.shopId, { members: [...owners, ...others], revision: Number(outcome['revision']) });
      },
    }),
  ];
}

function shown(shopId: ShopId, { members, revision }: ShopMembers): Reply {
  const owners = members.filter(({ role }) => role === 'owner');
  const others = members.filter(({ role }) => role !== 'owner');
  return {
    status: 200,
    body: { revision, members: [...owners, ...others] },
    shows: versionOf(shopId, { revision }),
  };
}
