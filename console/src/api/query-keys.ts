/** Names of what is kept of a shop. A longer key is part of a shorter one: `alerts(shopId)` is all that shows alerts. */
export const queryKeys = {
  shop: (shopId: string) => ['shop', shopId] as const,
  access: (shopId: string) => ['shop', shopId, 'access'] as const,
  dashboard: (shopId: string, days?: number) =>
    ['shop', shopId, 'dashboard', ...(days === undefined ? [] : [days])] as const,
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
  buyerFound: (shopId: string, by: object) => ['shop', shopId, 'buyers', 'found', by] as const,
  waivers: (shopId: string) => ['shop', shopId, 'waivers'] as const,
  waiverLists: (shopId: string) => ['shop', shopId, 'waivers', 'list'] as const,
  waiverList: (shopId: string, filters: object) => ['shop', shopId, 'waivers', 'list', filters] as const,
  waiver: (shopId: string, subjectType: string, subjectId: string) =>
    ['shop', shopId, 'waivers', 'one', subjectType, subjectId] as const,
  activity: (shopId: string) => ['shop', shopId, 'activity'] as const,
  activityList: (shopId: string) => ['shop', shopId, 'activity', 'list'] as const,
  /** Read through for what it says about one buyer. */
  activitySearched: (shopId: string) => ['shop', shopId, 'activity', 'searched'] as const,
};
