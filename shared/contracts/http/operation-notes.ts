/** What a caller has to know of each operation beside its fields, in Markdown: for the OpenAPI document alone. */
export const operationNotes: Readonly<Record<string, string>> = {
  readHealth: 'Needs no credentials and reads nothing: it says that API and function answer, not that the store does.',
  readOpenApi: 'Needs no credentials. Compressed for clients that send `Accept-Encoding: gzip`.',
  readAccess:
    'The one route that also answers shops without active access. A change of quotas or time zone shows at once. Of an access that has ended it says why, as far as the marketplace has said it.',
  fileComplaint:
    'Owners and agents, only while the access is terminated: `complaint_not_possible` while the shop has access, or while a complaint about this end is open. Once one is decided, another can be filed. What becomes of it stands in `GET …/access`, and the shop is notified.',
  findBuyer:
    'Takes `username` or `orderId`, not both. Usernames are matched code point for code point. Knows only buyers who ordered in this shop: all others are `buyer_not_found`, whether they exist or not. Counts as a lookup of the seller, whatever it finds.',
  readBuyer:
    'As the lookup by username, for a buyer whose ID is known, e.g. from an alert. `history` counts everything since their first order here.',
  listBlocks: 'Expired and removed blocks are never listed. A page can be short, or empty, and have a next one.',
  addBlock:
    'ID and username are sent together, so that a seller blocks whom they mean. From the 201 on, the gate denies new orders of this buyer; with `linked_user_ids`, those of linked accounts within seconds (`coverage`). Takes a place on the list and one of the new blocks of the day. Counts as a lookup of the seller where it finds no such buyer.',
  getBlock: 'A block that has expired or was removed is `not_found`, like one that never was.',
  updateBlock:
    'No new block: it takes neither a place nor one of the new blocks of the day. What is not sent stays as it is. A duration counts from now.',
  removeBlock:
    'From the 204 on, the gate allows the buyer, and all whom the block covered as linked accounts. Gives back the place on the list, not the new block of the day.',
  bulkBlocks:
    'Each row as if it were sent alone, in order; a wrong one is answered by itself, and the others go on. A dry run and a run agree row by row, as long as nothing changes in between. Counts 1,000 rows a day for each seller, in place of lookups and writes. CSV has a header, with the columns of an export or of a new block.',
  exportBlocks:
    'Texts begin with an apostrophe, so that a spreadsheet leaves them as they are; an import takes it off again. At most 10,000 rows; `Link` leads on.',
  exportWaivers: 'Void ones too. Texts begin with an apostrophe. At most 10,000 rows; `Link` leads on.',
  exportActivity: 'A column for each detail. Texts begin with an apostrophe. At most 10,000 rows; `Link` leads on.',
  listAlerts: 'Filters hold together. A page of a filtered list can be short, or empty, and have a next one.',
  getAlert: 'With what can be done about it now: the state of order, refund and block is read with it.',
  cancelOrder:
    'The waiver is recorded with the request, as `pending`; it is `granted` once the order service says that the order was cancelled. If it refuses, the alert is open again, and the waiver void. `order_not_cancellable` also for an alert that is not about an order.',
  rejectRefund:
    'The waiver is recorded with the request, as `pending`; it is `granted` once the refund service says that the refund was rejected. If it refuses, the alert is open again, and the waiver void. `refund_not_rejectable` also for an alert that is not about a refund.',
  dismissAlert:
    'Final. `false_positive` and `accepted_risk` both end the alert; they tell the risk systems different things.',
  readOrderRisk: 'Answers 200 for every order ID: one without a tag, and one of another shop, is `tagged: false`.',
  readRefundRisk: 'Answers 200 for every refund ID: one without a tag, and one of another shop, is `tagged: false`.',
  listWaivers: 'Void ones too. A page of a filtered list can be short, or empty, and have a next one.',
  checkWaiver:
    'For the performance service, before it counts a cancellation or rejection against a shop. `pending` can still become either: ask again.',
  readDashboard: "Days are calendar days in the shop's time zone. Numbers follow the events within seconds.",
  listActivity:
    'The audit trail of the shop: changes by sellers, ops, customer support and the platform. Kept as long as the retention says.',
  createLiveTicket: 'Single-use. Without an `Idempotency-Key`: each call makes another ticket.',
  decideChecks:
    'One check for each shop of a checkout. Answers in the order asked, within its deadline; if the store cannot say in time, `degraded` is true and the failure contract decides. Show the buyer `buyerMessage` and nothing else. Only `place_order` is ever denied.',
  listCoveringBlocks: "The buyer's own blocks and, without naming them, those of linked accounts.",
  liftBlock:
    'Fields come in the JSON body or as query parameters, since proxies may drop the body of a `DELETE`; none of them in both. `agent` and `reason` are needed, and shown to the shop. A block that covers the buyer as a linked account is lifted by its `blockId`.',
  changeAccess:
    'Repeatable: the same request twice changes nothing the second time. Ending access makes the gate allow every buyer of the shop from the answer on; the blocks stay, and count again with the next grant. The shop is told `reasonCode` and `text`, never `reason`.',
  showAccess: 'A shop that never had access answers 200, with `not_invited` and revision 0.',
  sendAccessNotice:
    'For an invitation that was lost. It changes nothing of the access. Repeated with the same `noticeId`, the shop is told once. `not_found` where the shop never had access, or has no `notify`.',
  listShops: 'In the order of their IDs, ended ones too.',
  listComplaints:
    'Without a `state` those that are open. One whose shop was given access otherwise stays open until it is decided: `access` says how things stand. Decided ones are kept for 396 days.',
  decideComplaint:
    'With `upheld`, the access is given back in the same write, as it was; where the shop has been given it otherwise, nothing of it changes. Repeated with the same outcome and text, it is answered again. `complaint_not_possible`: it was decided otherwise; or the outcome contradicts what the access has become, so that a complaint of a shop with access can only be upheld, and one about an earlier end only be rejected.',
  reportRetaliation: 'Counts by UTC date. It says where to look; it proves nothing.',
};
