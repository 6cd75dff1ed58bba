import { profileChanged } from '../../../local/demo/marketplace.ts';
import type { MeasuredProduct, Step } from './measured-product.ts';
import { alertOf, orderOf, refundOf, shopId } from './shop-under-measure.ts';
import type { Shop } from './shop-under-measure.ts';

/** Buyers 10 and on are theirs, ten for each sample. */
export const at = (sample: number, place: number): number => 10 + sample * 10 + place;
const hour = 3_600_000;
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** What the marketplace says, and what sellers do about it. */
export function alertSteps({ put, settle }: MeasuredProduct, { seller, service, events }: Shop): readonly Step[] {
  const cancel = (index: number) =>
    seller('POST', `alerts/${alertOf('security_alert_order', index)}/cancel-order`, { reason: 'suspected_fraud' });
  const reject = (index: number) => seller('POST', `alerts/${alertOf('risk_refund', index)}/reject-refund`);
  return [
    {
      counts: { 'buyer-profile-consumer': 'take a profile' },
      act: (sample) => put(profileChanged({ buyerId: `new-${sample}`, username: `new-${sample}`, revision: 1 })),
    },
    {
      counts: { 'order-consumer': "take a buyer's first order" },
      act: (sample) => put(events.order(100 + sample, 'AWAITING_SHIPMENT')),
    },
    {
      counts: { 'order-flag-consumer': 'raise an alert', 'notice-consumer': 'note an alert for a digest' },
      afterAllElse: true,
      act: (sample) => put(events.orderFlag(at(sample, 0))),
    },
    {
      counts: {
        'order-flag-consumer': 'raise an alert with a deadline',
        'deadline-scheduler': 'schedule its deadlines',
      },
      afterAllElse: true,
      act: (sample) => put(events.orderFlag(at(sample, 1), { respondBy: later(2 * hour) })),
    },
    {
      counts: { 'refund-consumer': 'take a refund' },
      act: (sample) => put(events.refund(at(sample, 2), 'RETURN_OR_REFUND_REQUEST_PENDING')),
    },
    {
      counts: { 'refund-flag-consumer': 'raise an alert on a refund' },
      act: (sample) => put(events.refundFlag(at(sample, 2))),
    },
    {
      counts: { 'fraud-outcome-consumer': 'show a fraud outcome' },
      act: (sample) => put(events.outcome(at(sample, 3))),
    },
    { counts: { 'alerts-api': 'list open alerts' }, act: () => seller('GET', 'alerts?status=open') },
    { counts: { 'alerts-api': 'list alerts' }, act: () => seller('GET', 'alerts') },
    {
      counts: { 'alerts-api': 'get alert' },
      act: () => seller('GET', `alerts/${alertOf('security_alert_order', at(0, 0))}`),
    },
    { counts: { 'alerts-api': 'risk of an order' }, act: () => seller('GET', `orders/${orderOf(at(0, 0))}/risk`) },
    { counts: { 'alerts-api': 'risk of a refund' }, act: () => seller('GET', `refunds/${refundOf(at(0, 2))}/risk`) },
    { counts: { 'alerts-api': 'cancel an order' }, act: (sample) => cancel(at(sample, 0)) },
    { counts: { 'alerts-api': 'reject a refund' }, act: (sample) => reject(at(sample, 2)) },
    {
      counts: { 'alerts-api': 'dismiss an alert' },
      act: (sample) =>
        seller('POST', `alerts/${alertOf('security_alert_order', at(sample, 1))}/dismiss`, {
          verdict: 'false_positive',
        }),
    },
    { counts: { 'waivers-api': 'list waivers' }, act: () => seller('GET', 'waivers') },
    {
      counts: { 'performance-api': 'is it waived' },
      act: () =>
        service(
          'performance-service',
          'GET',
          `/v1/performance/waivers?shopId=${shopId}&subjectId=${orderOf(at(0, 0))}&subjectType=order`,
        ),
    },
    { counts: { 'dashboard-api': 'dashboard of a week' }, act: () => seller('GET', 'dashboard?days=7') },
    {
      counts: { 'order-consumer': 'take a cancellation that was asked for' },
      act: (sample) => put(events.order(at(sample, 0), 'CANCELLED')),
    },
    {
      counts: { 'rejection-refusal-consumer': 'take a refused rejection' },
      act: (sample) => put(events.rejectionRefused(at(sample, 2))),
    },
    {
      counts: { 'refund-consumer': 'take a refund that ends its alert' },
      act: (sample) => put(events.refund(at(sample, 2), 'RETURN_OR_REFUND_REQUEST_COMPLETE')),
    },
    {
      counts: { 'flag-withdrawal-consumer': 'take back a flag' },
      before: (sample) => put(events.orderFlag(at(sample, 4))),
      act: (sample) => put(events.withdrawal(at(sample, 4))),
    },
    {
      counts: { 'cancellation-refusal-consumer': 'take a refused cancellation' },
      before: async (sample) => {
        await put(events.orderFlag(at(sample, 5)));
        await settle();
        await cancel(at(sample, 5));
      },
      act: (sample) => put(events.cancellationRefused(at(sample, 5))),
    },
    { counts: { 'buyer-profile-consumer': 'erase a buyer' }, act: (sample) => put(events.erased(at(sample, 9))) },
  ];
}
