import { zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import * as contract from '../contracts/http/notification-settings.ts';
import type { Reply } from '../contracts/http/route-contract.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { changeSettings } from '../notifications/change-settings.ts';
import { settingsOf, versionOf } from '../notifications/settings-rules.ts';
import type { NotificationSettings } from '../notifications/settings-rules.ts';
import { settingsRead } from '../notifications/settings-store.ts';
import type { SettingsStore } from '../notifications/settings-store.ts';
import { sellerRoute } from './seller-route.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';

export interface SettingsDeps extends SellerWriteDeps {
  readonly settings: SettingsStore;
  readonly newId: NewId;
}

/** What a shop is told of by message, and when. */
export function notificationSettingsRoutes(deps: SettingsDeps): readonly BoundRoute[] {
  const { settings: store, newId } = deps;
  return [
    sellerRoute(deps, contract.readNotificationSettings, {
      read: (token) => settingsRead(token),
      handle: ({ scope, access, loaded, now }) => shown(scope.shopId, access, loaded, now),
    }),
    sellerWriteRoute(deps, contract.setNotificationSettings, {
      read(token) {
        const { keys, decode } = settingsRead(token);
        return {
          keys,
          decode(items) {
            const settings = decode(items);
            return { settings, version: versionOf(token.shopId, settings) };
          },
        };
      },
      versionOf: ({ version }: { readonly version: ReturnType<typeof versionOf> }) => version,
      async handle(request) {
        const { scope, access, now, body, read } = request;
        const readSettings = async (again: boolean) => {
          const { loaded, ...admitted } = await read(again);
          return { ...admitted, loaded: loaded.settings };
        };
        const settings = await changeSettings({ store, newId }, { ...request, read: readSettings }, body);
        return shown(scope.shopId, access, settings, now);
      },
      replay: ({ scope, access, now, body, outcome }) =>
        shown(scope.shopId, access, settingsOf(body, Number(outcome['revision'])), now),
    }),
  ];
}

function shown(shopId: ShopId, access: Access, settings: NotificationSettings, now: EpochMilliseconds): Reply {
  const { notify } = access;
  return {
    status: 200,
    body: {
      ...settings,
      timeZone: zoneAt(access, now),
      ...(notify ? { channel: notify.channel } : {}),
    },
    shows: versionOf(shopId, settings),
  };
}
