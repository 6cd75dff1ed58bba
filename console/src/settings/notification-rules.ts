import type { NotificationSettings, NotificationSettingsChange } from './queries.ts';

export const kinds = ['security_alert_order', 'risk_refund', 'fraud_outcome'] as const;
export type Kind = (typeof kinds)[number];
export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];
export type Delivery = NotificationSettings['alerts'][Kind][Severity];

/** The form: what is chosen, also of quiet hours that are not in force. */
export interface Wish {
  readonly alerts: NotificationSettings['alerts'];
  readonly expiringBlocks: NotificationSettings['expiringBlocks'];
  readonly isQuiet: boolean;
  readonly from: string;
  readonly to: string;
}

/** The night, as most people have it. */
const usualNight = { from: '22:00', to: '07:00' };

export function wishOf({ alerts, expiringBlocks, quietHours }: NotificationSettings): Wish {
  return { alerts, expiringBlocks, isQuiet: quietHours !== undefined, ...(quietHours ?? usualNight) };
}

export function withDelivery(wish: Wish, kind: Kind, severity: Severity, delivery: Delivery): Wish {
  return { ...wish, alerts: { ...wish.alerts, [kind]: { ...wish.alerts[kind], [severity]: delivery } } };
}

/** What is wrong with the quiet hours. A browser leaves a time empty until it is whole. */
export function quietProblem({ isQuiet, from, to }: Wish): 'missing' | 'same' | undefined {
  if (!isQuiet) return undefined;
  if (from === '' || to === '') return 'missing';
  return from === to ? 'same' : undefined;
}

export function bodyOf({ alerts, expiringBlocks, isQuiet, from, to }: Wish): NotificationSettingsChange {
  return { alerts, expiringBlocks, ...(isQuiet ? { quietHours: { from, to } } : {}) };
}

export function isSame(wish: Wish, settings: NotificationSettings): boolean {
  return JSON.stringify(bodyOf(wish)) === JSON.stringify(bodyOf(wishOf(settings)));
}
