import type { AlertKind, Severity } from '../alerts/rules.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Delivery, EndingDelivery } from '../kernel/words/notifications.ts';

type BySeverity = Readonly<Record<Severity, Delivery>>;

/** Times of day, `22:00`, in the shop's zone; the hours last over midnight where they end earlier than they begin. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What a shop is told of, and when. Of its access, and of its complaint, it is always told. */
export interface NotificationSettings {
  readonly alerts: Readonly<Record<AlertKind, BySeverity>>;
  readonly expiringBlocks: EndingDelivery;
  readonly quietHours?: QuietHours;
  /** 0 while the shop has set nothing. */
  readonly revision: number;
}

/** What a seller sets; the rest is as in a shop that has set nothing. */
export interface SettingsWish {
  readonly alerts?: { readonly [Kind in AlertKind]?: BySeverity | undefined } | undefined;
  readonly expiringBlocks?: EndingDelivery | undefined;
  readonly quietHours?: QuietHours | undefined;
}

const always = (delivery: Delivery): BySeverity => ({ low: delivery, medium: delivery, high: delivery });

/** A fraud outcome needs no action, so nobody is told of one who has not asked for it. */
export const defaultSettings: NotificationSettings = {
  alerts: { security_alert_order: always('digest'), risk_refund: always('digest'), fraud_outcome: always('off') },
  expiringBlocks: 'digest',
  revision: 0,
};

export function settingsOf(
  { alerts = {}, expiringBlocks, quietHours }: SettingsWish,
  revision: number,
): NotificationSettings {
  const { security_alert_order, risk_refund, fraud_outcome } = alerts;
  const unset = defaultSettings.alerts;
  return {
    alerts: {
      security_alert_order: security_alert_order ?? unset.security_alert_order,
      risk_refund: risk_refund ?? unset.risk_refund,
      fraud_outcome: fraud_outcome ?? unset.fraud_outcome,
    },
    expiringBlocks: expiringBlocks ?? defaultSettings.expiringBlocks,
    ...(quietHours === undefined ? {} : { quietHours: { from: quietHours.from, to: quietHours.to } }),
    revision,
  };
}

export function deliveryOf(
  { alerts }: NotificationSettings,
  { kind, severity }: { readonly kind: AlertKind; readonly severity: Severity },
): Delivery {
  return alerts[kind][severity];
}

/** What `If-Match` is compared with. */
export function versionOf(shopId: ShopId, { revision }: Pick<NotificationSettings, 'revision'>): EntityVersion {
  return { id: shopId, revision };
}
