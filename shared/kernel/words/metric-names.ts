/** All that the product counts, in CloudWatch's namespace of this name and by stage. */
export const metricNamespace = 'SellerSecurityCenter';

/** Each is emitted by one file of `shared/` or `functions/`, and read by an alarm or the dashboard. */
export const metricNames = [
  'Degraded',
  'Denied',
  'StopNotRecorded',
  'LookupRefused',
  'NoticeFailed',
  'PossiblyRepeatedNotice',
  'LivePushFailed',
  'OutboxSwept',
] as const;
export type MetricName = (typeof metricNames)[number];
