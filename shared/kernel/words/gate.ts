/** Checks that one request can hold. */
export const mostChecks = 50;
export const checksRule = 'must hold 1 to 50 checks';

/** What a buyer wants to do; the gate stops new orders alone. */
export const gateActions = ['place_order', 'message', 'request_after_sales'] as const;
export type GateAction = (typeof gateActions)[number];
export const defaultAction = 'place_order' satisfies GateAction;
