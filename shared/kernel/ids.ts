export type ShopId = string;
export type BuyerId = string;
export type OrderId = string;
export type GroupId = string;
export type BlockId = string;
export type EventId = string;

/** Makes a sortable, unique ID. Guessable: never a secret. */
export type NewId = () => string;

/** IDs of the marketplace: opaque, and never a number, since theirs pass 2^53. */
export const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
