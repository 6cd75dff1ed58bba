import { listMembers, setMembers } from '../../shared/contracts/http/members.ts';
import {
  readNotificationSettings,
  setNotificationSettings,
} from '../../shared/contracts/http/notification-settings.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** What a shop's sellers set for it: who works there, and what it is told of. */
export const settingsApi = {
  kind: 'http',
  routes: [listMembers, setMembers, readNotificationSettings, setNotificationSettings],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.idempotency] },
      {
        actions: ['PutItem', 'ConditionCheckItem'],
        partitions: [partition.shop, partition.idempotency, partition.activity],
      },
      // The rows by which a sign-in finds its shops.
      { actions: ['PutItem', 'DeleteItem'], partitions: [partition.membership] },
      { actions: ['UpdateItem'], partitions: [partition.lookupCounter], alone: true },
    ],
  },
  hurts: 'Owners cannot say who works in their shop, and nobody what it is told of.',
} satisfies HttpFunction;
