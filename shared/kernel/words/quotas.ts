/** The most that ops can set for one shop: a ledger of more would not fit its item comfortably. */
export const largestQuota = 1000;
