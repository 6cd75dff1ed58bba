/**
 * Every deployed function: `functions/<name>.ts` is its entry, `ssc-<stage>-<name>` its deployed name.
 * A name without a file stops the synthesis, and so does a file without a name.
 */
export const functionNames = [
  'public-api',
  'access-api',
  'buyers-api',
  'blocks-api',
  'admin-api',
  'gate',
  'buyer-profile-consumer',
  'order-consumer',
  'link-consumer',
  'coverage-consumer',
  'stopped-order-consumer',
  'outbox-publisher',
  'outbox-sweeper',
  'expired-block-cleaner',
] as const;

export type FunctionName = (typeof functionNames)[number];
