/** Why the marketplace ended a shop's access, as the shop is told. An access that ended without one ended for `other`. */
export const accessEndReasons = ['misuse', 'inactivity', 'policy', 'other'] as const;
export type AccessEndReason = (typeof accessEndReasons)[number];
