/** Names of what is kept of a shop. A longer key is part of a shorter one: `alerts(shopId)` is all that shows alerts. */
export const queryKeys = {
  shop: (shopId: string) => ['shop', shopId] as const,
  access: (shopId: string) => ['shop', shopId, 'access'] as const,
  dashboard: (shopId: string, days?: number) =>
    ['shop', shopId, 'dashboard', ...(days === undefined ? [] : [days])] as const,
  fairness: (shopId: string) => ['shop', shopId, 'fairness'] as const,
  members: (shopId: string) => ['shop', shopId, 'members'] as const,
  notificationSettings: (shopId: string) => ['shop', shopId, 'notification-settings'] as const,
  alerts: (shopId: string) => ['shop', shopId, 'alerts'] as const,
  alertList: (shopId: string, filters: object) => ['shop', shopId, 'alerts', 'list', filters] as const,
  alert: (shopId: string, alertId: string) => ['shop', shopId, 'alerts', 'one', alertId] as const,
  blocks: (shopId: string) => ['shop', shopId, 'blocks'] as const,
  blockList: (shopId: string, filters: object) => ['shop', shopId, 'blocks', 'list', filters] as const,
  block: (shopId: string, buyerId: string) => ['shop', shopId, 'blocks', 'one', buyerId] as const,
  exemptions: (shopId: string) => ['shop', shopId, 'exemptions'] as const,
  exemptionList: (shopId: string) => ['shop', shopId, 'exemptions', 'list'] as const,
  exemption: (shopId: string, buyerId: string) => ['shop', shopId, 'exemptions', 'one', buyerId] as const,
  buyers: (shopId: string) => ['shop', shopId, 'buyers'] as const,
  buyer: (shopId: string, buyerId: string) => ['shop', shopId, 'buyers', 'one', buyerId] as const,
  /** Part of what is shown of the buyer. */
  standing: (shopId: string, buyerId: string) => ['shop', shopId, 'buyers', 'one', buyerId, 'standing'] as const,
  buyerFound: (shopId: string, by: object) => ['shop', shopId, 'buyers', 'found', by] as const,
  waivers: (shopId: string) => ['shop', shopId, 'waivers'] as const,
  waiverLists: (shopId: string) => ['shop', shopId, 'waivers', 'list'] as const,
  waiverList: (shopId: string, filters: object) => ['shop', shopId, 'waivers', 'list', filters] as const,
  waiver: (shopId: string, subjectType: string, subjectId: string) =>
    ['shop', shopId, 'waivers', 'one', subjectType, subjectId] as const,
  /** Apart from the waiver, which is read again with much that happens: a receipt stays good. */
  receipt: (shopId: string, subjectType: string, subjectId: string) =>
    ['shop', shopId, 'receipts', subjectType, subjectId] as const,
  activity: (shopId: string) => ['shop', shopId, 'activity'] as const,
  activityList: (shopId: string) => ['shop', shopId, 'activity', 'list'] as const,
  removals: (shopId: string) => ['shop', shopId, 'activity', 'removals'] as const,
  /** Read through for what it says about one buyer. */
  activitySearched: (shopId: string) => ['shop', shopId, 'activity', 'searched'] as const,
};
