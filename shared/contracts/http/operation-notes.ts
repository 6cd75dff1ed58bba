/** What a caller has to know of each operation beside its fields, in Markdown: for the OpenAPI document alone. */
export const operationNotes: Readonly<Record<string, string>> = {
  readHealth: 'Needs no credentials and reads nothing: it says that API and function answer, not that the store does.',
  readOpenApi: 'Needs no credentials. Compressed for clients that send `Accept-Encoding: gzip`.',
  readAccess:
    'The one route that also answers shops without active access. A change of quotas or time zone shows at once. Of an access that has ended it says why, as far as the marketplace has said it.',
  fileComplaint:
    'Owners and agents, only while the access is terminated: `complaint_not_possible` while the shop has access, or while a complaint about this end is open. Once one is decided, another can be filed. What becomes of it stands in `GET …/access`, and the shop is notified.',
  listMembers:
    "A `subject` is the `sub` of a person's tokens: their settings in the console show it, as the ID to give to an owner. A new member is let in with their next token, and a removed one keeps theirs until it ends.",
  setMembers:
    'Owners alone, and only for roles below their own: `forbidden` for making somebody an owner, for changing an owner, and for naming oneself otherwise. What `GET` answered can be sent back, changed; owners who are left out stay all the same. One request changes 90 members at most. Send `If-Match`, so that two owners do not undo what the other did.',
  readNotificationSettings:
    'A shop that has set nothing answers with what holds for it, and revision 0. The end of the access, and the answer to a complaint, are always told, also in quiet hours.',
  setNotificationSettings:
    'Owners and agents. Nothing is told in quiet hours: what comes in waits for their end, and an alert whose deadline lies in them, or in the hour behind them, is told before they begin. One that comes and ends inside them is not told. What is waiting to be told is judged by the settings as they are when it is sent.',
  findBuyer:
    'Takes `username` or `orderId`, not both. Usernames are matched code point for code point. Knows only buyers who ordered in this shop: all others are `buyer_not_found`, whether they exist or not. Counts as a lookup of the seller, whatever it finds.',
  readBuyer:
    'As the lookup by username, for a buyer whose ID is known, e.g. from an alert. `history` counts everything since their first order here.',
  readStanding:
    'Whoever asks why the gate let a buyer order, or did not: what it says now, the blocks of this buyer here, ended ones too, and the last orders that these stopped. Blocks that reach a buyer through links are left out for every buyer, so that nothing tells of links. Only of buyers who ordered here; a miss counts as a lookup.',
  listBlocks: 'Expired and removed blocks are never listed. A page can be short, or empty, and have a next one.',
  addBlock:
    'ID and username are sent together, so that a seller blocks whom they mean. From the 201 on, the gate denies new orders of this buyer; with `linked_user_ids`, those of linked accounts within seconds (`coverage`). Takes a place on the list and one of the new blocks of the day. Counts as a lookup of the seller where it finds no such buyer.',
  getBlock: 'A block that has expired or was removed is `not_found`, like one that never was.',
  updateBlock:
    'No new block: it takes neither a place nor one of the new blocks of the day. What is not sent stays as it is. A duration counts from now.',
  removeBlock:
    'From the 204 on, the gate allows the buyer, and all whom the block covered as linked accounts. Gives back the place on the list, not the new block of the day. It can be undone for 15 minutes.',
  restoreBlock:
    'Brings back a block that a seller has removed in the last 15 minutes, as it was: the same block, with the same end. From the 200 on, the gate denies new orders of this buyer; with `linked_user_ids`, those of linked accounts within seconds. Takes a place on the list, and no new block of the day. `not_restorable` for anything else: a block that customer support lifted, that has expired since, or whose buyer was blocked again; and once the shop’s access has ended in between. Orders that were made in between are not inside the block. `If-Match` names the state that the removal has made, which `GET …/standing` shows.',
  listExemptions: 'At most 100 buyers.',
  exemptBuyer:
    'ID and username are sent together, so that a seller exempts whom they mean. From the 201 on, no block that would cover this buyer as a linked account stops them in this shop; a block of this very buyer would, and so `already_blocked` refuses while there is one. Blocking them later ends the exemption. It answers the same whether or not the buyer is linked to anybody. `exempt_list_full`: 100 buyers are on the list. `already_exempt`: this one is. Counts as a lookup of the seller where it finds no such buyer.',
  getExemption:
    'One that was removed, or that a block of the buyer has ended, is `not_found`, like one that never was.',
  removeExemption:
    'From the 204 on, blocks through links count for this buyer again. Gives back the place on the list.',
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
  readReceipt:
    'A document to hand on: whoever gets it verifies it offline, with the keys of `GET /v1/waiver-keys`. Signed again each time, so that two receipts of one waiver differ in signature and `issuedAt` alone. Only of a granted waiver: others, and those of other shops, are `not_found`.',
  readWaiverKeys:
    'Needs no credentials. Each key stands in it for as long as receipts that it has signed are to be verified, also when it signs no more; each receipt names its own. May be kept for as long as `Cache-Control` says, and asked for again when a receipt names a key that is not in the copy.',
  readDashboard: "Days are calendar days in the shop's time zone. Numbers follow the events within seconds.",
  readFairness:
    'In the words of the report that the marketplace looks at, and counted as it counts: some seconds behind, by UTC dates, for 90 days. Nothing happens by these figures alone; access is ended by people, with a reason.',
  listActivity:
    'The audit trail of the shop: changes by sellers, ops, customer support and the platform. Kept as long as the retention says.',
  createLiveTicket: 'Single-use. Without an `Idempotency-Key`: each call makes another ticket.',
  decideChecks:
    'One check for each shop of a checkout. Answers in the order asked, within its deadline; if the store cannot say in time, `degraded` is true and the failure contract decides. Show the buyer `buyerMessage` and nothing else. Only `place_order` is ever denied.',
  listCoveringBlocks: "The buyer's own blocks and, without naming them, those of linked accounts.",
  liftBlock:
    'Fields come in the JSON body or as query parameters, since proxies may drop the body of a `DELETE`; none of them in both. `agent` and `reason` are needed, and shown to the shop. A block that covers the buyer as a linked account is lifted by its `blockId`.',
  upholdBlock:
    'Changes nothing of the block: the shop sees in its activity that support looked at it and keeps it, and it is counted once in what the shop sees of itself, however often this is asked. A block that covers the buyer as a linked account is named by its `blockId`.',
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
