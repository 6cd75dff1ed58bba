import { linkGroupChanged } from '../../../local/demo/marketplace.ts';
import type { MeasuredProduct, Step } from './measured-product.ts';
import { buyerOf, orderOf, shopId } from './shop-under-measure.ts';
import type { Shop } from './shop-under-measure.ts';

const admin = (shop: string): string => `/v1/admin/shops/${shop}/access`;
const shopOf = (sample: number): string => `749404964264200000${sample}`;
const access = { state: 'active', timeZone: 'UTC', notify: { channel: 'seller_center_message' } };
const newBlock = (index: number, scope = 'user_id_only') => ({
  buyerId: buyerOf(index),
  username: `name-${buyerOf(index)}`,
  reason: 'order_abuse',
  scope,
  duration: '90_days',
});
/** The gate's own order, which stops. */
const order = (index: number) => ({
  checkoutId: `checkout-${index}`,
  checks: [{ shopId, buyerId: buyerOf(index) }],
});

/** Access, lookups, blocks and customer support. Buyers 0 to 8 are theirs. */
export function blockSteps({ put }: MeasuredProduct, { seller, service }: Shop): readonly Step[] {
  const grant = (sample: number) => service('ops', 'PUT', admin(shopOf(sample)), access);
  const end = (sample: number) =>
    service('ops', 'PUT', admin(shopOf(sample)), { ...access, state: 'terminated', reason: 'policy' });
  const group = (sample: number, revision: number) =>
    linkGroupChanged({
      groupId: `group-${sample}`,
      buyerIds: [buyerOf(3 + sample), `${buyerOf(3 + sample)}-linked`],
      revision,
    });
  return [
    { counts: { 'admin-api': 'grant access', 'access-notice-consumer': 'tell a shop of its access' }, act: grant },
    { counts: { 'admin-api': 'show access to ops' }, act: () => service('ops', 'GET', admin(shopId)) },
    { counts: { 'admin-api': 'list shops' }, act: () => service('ops', 'GET', '/v1/admin/shops') },
    { counts: { 'admin-api': 'end access' }, act: end },
    { counts: { 'access-api': 'read access' }, act: () => seller('GET', 'access') },
    {
      counts: { 'buyers-api': 'find buyer by username' },
      act: () => seller('GET', `buyers?username=name-${buyerOf(0)}`),
    },
    { counts: { 'buyers-api': 'find buyer by order' }, act: () => seller('GET', `buyers?orderId=${orderOf(0)}`) },
    { counts: { 'buyers-api': 'read buyer' }, act: () => seller('GET', `buyers/${buyerOf(0)}`) },
    { counts: { 'link-consumer': 'take a link group of two' }, act: (sample) => put(group(sample, 1)) },
    {
      counts: {
        'blocks-api': 'add block',
        'outbox-publisher': 'publish an event',
        'live-publisher': 'push to a live feed',
        'coverage-consumer': 'cover a block of one user ID',
        'retaliation-consumer': 'count a block for the report on retaliation',
      },
      afterAllElse: true,
      act: (sample) => seller('POST', 'blocks', newBlock(sample)),
    },
    {
      counts: { 'blocks-api': 'add block, linked', 'coverage-consumer': 'cover a block of two linked accounts' },
      afterAllElse: true,
      act: (sample) => seller('POST', 'blocks', newBlock(3 + sample, 'linked_user_ids')),
    },
    {
      counts: {
        'link-consumer': 'take a link group that a block leans on',
        'coverage-step-consumer': 'bring a block in step with a link group',
      },
      act: (sample) =>
        put(
          linkGroupChanged({
            groupId: `group-${sample}`,
            buyerIds: [buyerOf(3 + sample), `${buyerOf(3 + sample)}-linked`, `${buyerOf(3 + sample)}-new`],
            revision: 2,
          }),
        ),
    },
    {
      counts: { 'stopped-order-consumer': 'record a stopped order' },
      afterAllElse: true,
      act: (sample) => service('order-service', 'POST', '/v1/gate/decisions', order(sample)),
    },
    { counts: { 'blocks-api': 'get block' }, act: () => seller('GET', `blocks/${buyerOf(0)}`) },
    { counts: { 'blocks-api': 'list blocks' }, act: () => seller('GET', 'blocks') },
    {
      counts: { 'blocks-api': 'extend block' },
      act: (sample) => seller('PATCH', `blocks/${buyerOf(sample)}`, { duration: 'permanent' }),
    },
    { counts: { 'activity-api': 'list activity' }, act: () => seller('GET', 'activity') },
    {
      counts: { 'support-api': "see a buyer's blocks" },
      act: () => service('support', 'GET', `/v1/support/buyers/${buyerOf(0)}/blocks`),
    },
    {
      counts: { 'admin-api': 'report on retaliation' },
      act: () => service('ops', 'GET', '/v1/admin/reports/retaliation?days=7'),
    },
    {
      counts: { 'support-api': 'lift a block' },
      act: (sample) =>
        service('support', 'DELETE', `/v1/support/shops/${shopId}/blocks/${buyerOf(sample)}`, {
          agent: 'agent-7',
          reason: 'she showed her papers',
        }),
    },
    {
      counts: {
        'blocks-api': 'remove block, linked',
        'coverage-consumer': 'clean up behind a block of three accounts',
      },
      afterAllElse: true,
      act: (sample) => seller('DELETE', `blocks/${buyerOf(3 + sample)}`),
    },
    {
      counts: { 'buyers-api': "read a buyer's standing", 'blocks-api': 'restore block, linked' },
      afterAllElse: true,
      act: async (sample) => {
        const path = buyerOf(3 + sample);
        const { blocks } = await seller<{ blocks: readonly { blockId: string }[] }>('GET', `buyers/${path}/standing`);
        await seller('POST', `blocks/${path}/restore`, { blockId: blocks[0]?.blockId });
      },
    },
  ];
}
