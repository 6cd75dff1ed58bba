import type { Caller } from './actors.ts';
import { shops } from './objects.ts';
import type { ObjectName, Writer } from './objects.ts';

/** What is asked, beside the shop: path variables, query and body. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One kind of object that a route can be asked about; without one it is asked about the shop itself. */
export interface Case {
  readonly object?: ObjectName;
  /** @param by who uses an object up. */
  readonly ask?: (id: string, by?: Writer) => Ask;
  /** Answers where they are no success: status, and code of the problem. */
  readonly foreign?: string;
  readonly absent?: string;
  readonly own?: string;
}

export interface Row {
  readonly api: 'open' | 'seller' | 'service';
  /** Of the service API: the one who is let in. */
  readonly caller?: Caller;
  /** Of the seller API: not for viewers. */
  readonly writes?: boolean;
  /** Of the seller API: not for agents either. */
  readonly ownersOnly?: boolean;
  readonly cases: readonly Case[];
}

const reading = (...cases: readonly Case[]): Row => ({ api: 'seller', cases });
const writing = (...cases: readonly Case[]): Row => ({ api: 'seller', writes: true, cases });
const service = (caller: Caller, ...cases: readonly Case[]): Row => ({ api: 'service', caller, cases });
const open: Row = { api: 'open', cases: [{}] };

const theShop: Case = {};
/** Both are refused alike. */
const elsewhere = (refusal: string) => ({ foreign: refusal, absent: refusal });
const inPath = (name: string, body?: unknown) => (id: string) => ({ path: { [name]: id }, body });
const inQuery = (name: string) => (id: string) => ({ query: { [name]: id } });
const cursor = (object: ObjectName, more: Ask = {}): Case => ({
  object,
  ask: (id) => ({ ...more, query: { limit: '1', cursor: id } }),
  ...elsewhere('400 validation_failed'),
});

/** Of a file, which has as many rows as fit. */
const exported = (object: ObjectName): Case => ({
  object,
  ask: (id) => ({ query: { cursor: id } }),
  ...elsewhere('400 validation_failed'),
});

const block = (buyerId: string, more: object = {}) => ({
  buyerId,
  username: `name-${buyerId}`,
  reason: 'order_abuse',
  scope: 'user_id_only',
  duration: '90_days',
  ...more,
});
const granted = { state: 'active', timeZone: 'UTC' };
const lift = { agent: 'agent-1', reason: 'she showed her papers' };
const toCheck = (shopId: string, subjectId: string) => ({ query: { shopId, subjectType: 'order', subjectId } });

/** What each route answers to whom it lets in; who else comes is refused by rules that all routes share. */
export const rows: Readonly<Record<string, Row>> = {
  readHealth: open,
  readOpenApi: open,
  readWaiverKeys: open,
  readAccess: reading(theShop),
  // The shops of the matrix have access: there is nothing to complain about.
  fileComplaint: writing({
    ask: () => ({ body: { text: 'We did nothing wrong.' } }),
    own: '409 complaint_not_possible',
  }),
  listMembers: reading(theShop),
  setMembers: { ...writing({ ask: () => ({ body: { members: [] } }) }), ownersOnly: true },
  readNotificationSettings: reading(theShop),
  setNotificationSettings: writing({ ask: () => ({ body: {} }) }),
  readFairness: reading(theShop),
  readDashboard: reading(theShop),
  findBuyer: reading(
    {
      object: 'blockedBuyer',
      ask: (id) => ({ query: { username: `name-${id}` } }),
      ...elsewhere('404 buyer_not_found'),
    },
    { object: 'order', ask: inQuery('orderId'), ...elsewhere('404 buyer_not_found') },
  ),
  readBuyer: reading({ object: 'blockedBuyer', ask: inPath('buyerId'), ...elsewhere('404 buyer_not_found') }),
  readStanding: reading({ object: 'blockedBuyer', ask: inPath('buyerId'), ...elsewhere('404 buyer_not_found') }),
  listBlocks: reading(cursor('blocksCursor')),
  addBlock: writing(
    { object: 'blockableBuyer', ask: (id) => ({ body: block(id) }), ...elsewhere('404 buyer_not_found') },
    {
      object: 'alertOfBuyer',
      ask: (alertId, by) => ({ body: block(by ? `alerted-a-${by}` : 'risky-a', { alertId }) }),
      ...elsewhere('400 validation_failed'),
    },
  ),
  // Whom a row may name is the row's own affair: the request is answered all the same.
  bulkBlocks: writing({
    object: 'blockableBuyer',
    ask: (id) => ({ body: { dryRun: true, rows: [{ ...block(id), buyerId: undefined }] } }),
  }),
  exportBlocks: reading(theShop, exported('blocksCursor')),
  exportWaivers: reading(theShop, exported('waiversCursor')),
  exportActivity: reading(theShop, exported('activityCursor')),
  getBlock: reading({ object: 'blockedBuyer', ask: inPath('buyerId'), ...elsewhere('404 not_found') }),
  updateBlock: writing({
    object: 'blockedBuyer',
    ask: inPath('buyerId', { reason: 'harassment' }),
    ...elsewhere('404 not_found'),
  }),
  removeBlock: writing({ object: 'removableBuyer', ask: inPath('buyerId'), ...elsewhere('404 not_found') }),
  // No removal to undo, whoever's block it is.
  restoreBlock: writing({
    object: 'blockedBuyer',
    ask: inPath('buyerId', { blockId: 'none' }),
    own: '409 not_restorable',
    ...elsewhere('409 not_restorable'),
  }),
  listExemptions: reading(cursor('exemptionsCursor')),
  exemptBuyer: writing({
    object: 'exemptableBuyer',
    ask: (id) => ({ body: { buyerId: id, username: `name-${id}` } }),
    ...elsewhere('404 buyer_not_found'),
  }),
  getExemption: reading({ object: 'exemptBuyer', ask: inPath('buyerId'), ...elsewhere('404 not_found') }),
  removeExemption: writing({ object: 'endableBuyer', ask: inPath('buyerId'), ...elsewhere('404 not_found') }),
  listAlerts: reading(cursor('alertsCursor')),
  getAlert: reading({ object: 'alert', ask: inPath('alertId'), ...elsewhere('404 not_found') }),
  cancelOrder: writing({ object: 'cancellable', ask: inPath('alertId', {}), ...elsewhere('404 not_found') }),
  rejectRefund: writing({ object: 'rejectable', ask: inPath('alertId', {}), ...elsewhere('404 not_found') }),
  dismissAlert: writing({
    object: 'dismissible',
    ask: inPath('alertId', { verdict: 'false_positive' }),
    ...elsewhere('404 not_found'),
  }),
  // An order or refund without a tag, whosever it is, is not tagged.
  readOrderRisk: reading({ object: 'order', ask: inPath('orderId') }),
  readRefundRisk: reading({ object: 'refund', ask: inPath('refundId') }),
  listWaivers: reading(cursor('waiversCursor')),
  readReceipt: reading({
    object: 'waivedOrder',
    ask: (subjectId) => ({ path: { subjectType: 'order', subjectId } }),
    ...elsewhere('404 not_found'),
  }),
  listActivity: reading(cursor('activityCursor')),
  createLiveTicket: reading(theShop),
  decideChecks: service('order-service', {
    object: 'blockedBuyer',
    ask: (buyerId) => ({ body: { checks: [{ shopId: shops.own, buyerId }] } }),
  }),
  checkWaiver: service('performance-service', {
    object: 'waivedOrder',
    ask: (id) => toCheck(id.includes('-b-') ? shops.foreign : shops.own, id),
  }),
  listCoveringBlocks: service(
    'support',
    { object: 'blockedBuyer', ask: inPath('buyerId') },
    cursor('coveringCursor', { path: { buyerId: 'covered' } }),
  ),
  liftBlock: service('support', { object: 'liftableBuyer', ask: inPath('buyerId', lift), absent: '404 not_found' }),
  upholdBlock: service('support', {
    object: 'blockedBuyer',
    ask: inPath('buyerId', { agent: 'agent-1' }),
    absent: '404 not_found',
  }),
  changeAccess: service('ops', { object: 'shop', ask: inPath('shopId', granted) }),
  showAccess: service('ops', { object: 'shop', ask: inPath('shopId') }),
  sendAccessNotice: service('ops', {
    object: 'shop',
    ask: (shopId) => ({ path: { shopId, noticeId: 'once-more' } }),
    absent: '404 not_found',
  }),
  listShops: service('ops', cursor('shopsCursor')),
  listComplaints: service('ops', cursor('complaintsCursor')),
  decideComplaint: service('ops', {
    object: 'complaint',
    ask: inPath('complaintId', { outcome: 'rejected', text: 'No.' }),
    absent: '404 not_found',
  }),
  reportRetaliation: service('ops', cursor('retaliationCursor')),
};
