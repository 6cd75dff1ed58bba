import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SignInScope } from '../access/scope.ts';
import type { Table } from '../table/client.ts';
import { membershipKey } from '../table/keys.ts';
import type { Membership } from '../access/member-rules.ts';
import { subjectDigest } from '../access/membership-writes.ts';

export interface MembershipStore {
  /** Shops of whoever signs in, by ID; more than a token's claim can name are not all read. */
  shopsOf(scope: SignInScope): Promise<readonly Membership[]>;
}

/** More than fit into the claim, unless IDs have fewer than 4 characters; some 50 KB. */
const mostShops = 400;

export function createMembershipStore(table: Table): MembershipStore {
  return {
    async shopsOf({ subject }) {
      const reply = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :subject',
          ExpressionAttributeValues: { ':subject': membershipKey(subjectDigest(subject), '').pk },
          // Who has just been taken off a shop must not carry it away in one more token.
          ConsistentRead: true,
          Limit: mostShops,
        }),
      );
      return (reply.Items ?? []).map((item) => ({
        shopId: String(item['shopId']),
        role: item['role'] as Membership['role'],
      }));
    },
  };
}
