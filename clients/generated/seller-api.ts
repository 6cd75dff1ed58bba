// Made by `npm run docs` from the contracts of the seller API. Not to be edited.

export interface paths {
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That the API answers
         * @description Needs no credentials and reads nothing: it says that API and function answer, not that the store does.
         */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Needs no credentials. Compressed for clients that send `Accept-Encoding: gzip`.
         */
        get: operations["readOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the shop's access, its quotas and what is used of them
         * @description The one route that also answers shops without active access. A change of quotas or time zone shows at once. Of an access that has ended it says why, as far as the marketplace has said it.
         */
        get: operations["readAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/access/complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complain about the end of the access
         * @description Owners and agents, only while the access is terminated: `complaint_not_possible` while the shop has access, or while a complaint about this end is open. Once one is decided, another can be filed. What becomes of it stands in `GET …/access`, and the shop is notified.
         */
        post: operations["fileComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what and when, newest first; a page can be short and have a next one
         * @description The audit trail of the shop: changes by sellers, ops, customer support and the platform. Kept as long as the retention says.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/activity/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what and when as CSV, newest first
         * @description A column for each detail. Texts begin with an apostrophe. At most 10,000 rows; `Link` leads on.
         */
        get: operations["exportActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts: those that wait by their deadline, then those that have ended, newest first. A page can be short
         * @description Filters hold together. A page of a filtered list can be short, or empty, and have a next one.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert, with the buyer as they are named now
         * @description With what can be done about it now: the state of order, refund and block is read with it.
         */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/alerts/{alertId}/cancel-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the order service to cancel the order of a Security Alert Order, without a performance penalty
         * @description The waiver is recorded with the request, as `pending`; it is `granted` once the order service says that the order was cancelled. If it refuses, the alert is open again, and the waiver void. `order_not_cancellable` also for an alert that is not about an order.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/alerts/{alertId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge an open alert; the verdict goes back to the risk systems
         * @description Final. `false_positive` and `accepted_risk` both end the alert; they tell the risk systems different things.
         */
        post: operations["dismissAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/alerts/{alertId}/reject-refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the refund service to reject the refund of a Risk Refund, without a performance penalty
         * @description The waiver is recorded with the request, as `pending`; it is `granted` once the refund service says that the refund was rejected. If it refuses, the alert is open again, and the waiver void. `refund_not_rejectable` also for an alert that is not about a refund.
         */
        post: operations["rejectRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live blocks, newest first
         * @description Expired and removed blocks are never listed. A page can be short, or empty, and have a next one.
         */
        get: operations["listBlocks"];
        put?: never;
        /**
         * Block a buyer who ordered in this shop
         * @description ID and username are sent together, so that a seller blocks whom they mean. From the 201 on, the gate denies new orders of this buyer; with `linked_user_ids`, those of linked accounts within seconds (`coverage`). Takes a place on the list and one of the new blocks of the day. Counts as a lookup of the seller where it finds no such buyer.
         */
        post: operations["addBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/blocks/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The live block of a buyer
         * @description A block that has expired or was removed is `not_found`, like one that never was.
         */
        get: operations["getBlock"];
        put?: never;
        post?: never;
        /**
         * Remove a block: the buyer can order again at once
         * @description From the 204 on, the gate allows the buyer, and all whom the block covered as linked accounts. Gives back the place on the list, not the new block of the day. It can be undone for 15 minutes.
         */
        delete: operations["removeBlock"];
        options?: never;
        head?: never;
        /**
         * Extend a live block, or change its reason, scope or note
         * @description No new block: it takes neither a place nor one of the new blocks of the day. What is not sent stays as it is. A duration counts from now.
         */
        patch: operations["updateBlock"];
        trace?: never;
    };
    "/v1/shops/{shopId}/blocks/{buyerId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the removal of a block, within 15 minutes
         * @description Brings back a block that a seller has removed in the last 15 minutes, as it was: the same block, with the same end. From the 200 on, the gate denies new orders of this buyer; with `linked_user_ids`, those of linked accounts within seconds. Takes a place on the list, and no new block of the day. `not_restorable` for anything else: a block that customer support lifted, that has expired since, or whose buyer was blocked again; and once the shop’s access has ended in between. Orders that were made in between are not inside the block. `If-Match` names the state that the removal has made, which `GET …/standing` shows.
         */
        post: operations["restoreBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/blocks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block several buyers, or see what would become of it
         * @description Each row as if it were sent alone, in order; a wrong one is answered by itself, and the others go on. A dry run and a run agree row by row, as long as nothing changes in between. Counts 1,000 rows a day for each seller, in place of lookups and writes. CSV has a header, with the columns of an export or of a new block.
         */
        post: operations["bulkBlocks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/blocks/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live blocks as CSV, newest first; it can be imported again
         * @description Texts begin with an apostrophe, so that a spreadsheet leaves them as they are; an import takes it off again. At most 10,000 rows; `Link` leads on.
         */
        get: operations["exportBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/buyers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The buyer who ordered in this shop and bears exactly this username, or who placed this order
         * @description Takes `username` or `orderId`, not both. Usernames are matched code point for code point. Knows only buyers who ordered in this shop: all others are `buyer_not_found`, whether they exist or not. Counts as a lookup of the seller, whatever it finds.
         */
        get: operations["findBuyer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/buyers/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A buyer who ordered in this shop, with their history here; it counts as a lookup
         * @description As the lookup by username, for a buyer whose ID is known, e.g. from an alert. `history` counts everything since their first order here.
         */
        get: operations["readBuyer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/buyers/{buyerId}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why orders of this buyer are stopped, or are not
         * @description Whoever asks why the gate let a buyer order, or did not: what it says now, the blocks of this buyer here, ended ones too, and the last orders that these stopped. Blocks that reach a buyer through links are left out for every buyer, so that nothing tells of links. Only of buyers who ordered here; a miss counts as a lookup.
         */
        get: operations["readStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for the seller, what was intercepted on the shop's last days, and use of quotas
         * @description Days are calendar days in the shop's time zone. Numbers follow the events within seconds.
         */
        get: operations["readDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exempt list, newest first
         * @description At most 100 buyers.
         */
        get: operations["listExemptions"];
        put?: never;
        /**
         * Exempt a buyer who ordered in this shop from blocks through links
         * @description ID and username are sent together, so that a seller exempts whom they mean. From the 201 on, no block that would cover this buyer as a linked account stops them in this shop; a block of this very buyer would, and so `already_blocked` refuses while there is one. Blocking them later ends the exemption. It answers the same whether or not the buyer is linked to anybody. `exempt_list_full`: 100 buyers are on the list. `already_exempt`: this one is. Counts as a lookup of the seller where it finds no such buyer.
         */
        post: operations["exemptBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/exemptions/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exemption of a buyer
         * @description One that was removed, or that a block of the buyer has ended, is `not_found`, like one that never was.
         */
        get: operations["getExemption"];
        put?: never;
        post?: never;
        /**
         * End an exemption: blocks through links count for this buyer again at once
         * @description From the 204 on, blocks through links count for this buyer again. Gives back the place on the list.
         */
        delete: operations["removeExemption"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the marketplace's report says of the shop's blocking, and what customer support made of its blocks
         * @description In the words of the report that the marketplace looks at, and counted as it counts: some seconds behind, by UTC dates, for 90 days. Nothing happens by these figures alone; access is ended by people, with a reason.
         */
        get: operations["readFairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/live-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket for one WebSocket connection, valid for 30 seconds
         * @description Single-use. Without an `Idempotency-Key`: each call makes another ticket.
         */
        post: operations["createLiveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may act for the shop, and as what
         * @description A `subject` is the `sub` of a person's tokens: their settings in the console show it, as the ID to give to an owner. A new member is let in with their next token, and a removed one keeps theirs until it ends.
         */
        get: operations["listMembers"];
        /**
         * Say who the agents and viewers of the shop are
         * @description Owners alone, and only for roles below their own: `forbidden` for making somebody an owner, for changing an owner, and for naming oneself otherwise. What `GET` answered can be sent back, changed; owners who are left out stay all the same. One request changes 90 members at most. Send `If-Match`, so that two owners do not undo what the other did.
         */
        put: operations["setMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the shop gets messages about, and when
         * @description A shop that has set nothing answers with what holds for it, and revision 0. The end of the access, and the answer to a complaint, are always told, also in quiet hours.
         */
        get: operations["readNotificationSettings"];
        /**
         * Set what the shop gets messages about, and when
         * @description Owners and agents. Nothing is told in quiet hours: what comes in waits for their end, and an alert whose deadline lies in them, or in the hour behind them, is told before they begin. One that comes and ends inside them is not told. What is waiting to be told is judged by the settings as they are when it is sent.
         */
        put: operations["setNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/orders/{orderId}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The risk tag for an order's page; an order without one is not tagged
         * @description Answers 200 for every order ID: one without a tag, and one of another shop, is `tagged: false`.
         */
        get: operations["readOrderRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/refunds/{refundId}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The risk tag for a refund's page; a refund without one is not tagged
         * @description Answers 200 for every refund ID: one without a tag, and one of another shop, is `tagged: false`.
         */
        get: operations["readRefundRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waivers, newest first
         * @description Void ones too. A page of a filtered list can be short, or empty, and have a next one.
         */
        get: operations["listWaivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/waivers/{subjectType}/{subjectId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed receipt of a granted waiver
         * @description A document to hand on: whoever gets it verifies it offline, with the keys of `GET /v1/waiver-keys`. Signed again each time, so that two receipts of one waiver differ in signature and `issuedAt` alone. Only of a granted waiver: others, and those of other shops, are `not_found`.
         */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/waivers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waivers as CSV, newest first
         * @description Void ones too. Texts begin with an apostrophe. At most 10,000 rows; `Link` leads on.
         */
        get: operations["exportWaivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiver-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that receipts are verified with, as a JSON Web Key Set
         * @description Needs no credentials. Each key stands in it for as long as receipts that it has signed are to be verified, also when it signs no more; each receipt names its own. May be kept for as long as `Cache-Control` says, and asked for again when a receipt names a key that is not in the copy.
         */
        get: operations["readWaiverKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessComplaint: {
            /** @description What the marketplace says to the shop. Free text, which may span lines. */
            answer?: string;
            complaintId: components["schemas"]["Id"];
            /** @description Absent while it is open. */
            decidedAt?: components["schemas"]["Timestamp"];
            filedAt: components["schemas"]["Timestamp"];
            state: components["schemas"]["ComplaintState"];
            /** @description The seller's. Free text, which may span lines. */
            text: string;
        };
        /** @enum {string} */
        AccessEndReason: "misuse" | "inactivity" | "policy" | "other";
        /** @enum {string} */
        AccessState: "not_invited" | "active" | "terminated";
        Activity: {
            activityId: components["schemas"]["Id"];
            /** @description The subject of the seller's token; nobody else is named. */
            actor: {
                id?: string;
                /** @enum {string} */
                kind: "seller" | "ops" | "support" | "platform";
            };
            at: components["schemas"]["Timestamp"];
            /** @description IDs, enumerations, times and amounts; which ones depends on the type. Where a seller removed a block, `restorableUntil` while that can be undone. Where customer support lifted a block also the `agent`, and why, in their words: `supportReason`. */
            details: {
                [key: string]: (string | number) | {
                    [key: string]: string | number;
                };
            };
            /**
             * @description As the event on the bus is called.
             * @example Buyer Blocked
             */
            type: string;
        };
        ActivityPage: {
            items: components["schemas"]["Activity"][];
            nextCursor?: string;
        };
        Alert: {
            about?: components["schemas"]["FraudObject"];
            /** @description What this seller can do now, as order, refund and block stand. In answers to actions, as far as the alert itself tells. */
            actions: components["schemas"]["AlertAction"][];
            alertId: components["schemas"]["Id"];
            amount?: components["schemas"]["Money"];
            /** @description As the marketplace names them now; an erased buyer has neither name nor avatar. */
            buyer: {
                avatarUrl?: string;
                buyerId: components["schemas"]["Id"];
                username?: string;
            };
            /** @description Of a fraud outcome. */
            category?: string;
            /** @description When its status last changed. A further flag can change severity, reasons and deadline without it. */
            changedAt: components["schemas"]["Timestamp"];
            /** @description Who gave the verdict: subject of the seller's token. */
            dismissedBy?: string;
            flaggedAt: components["schemas"]["Timestamp"];
            history?: components["schemas"]["BuyerHistory"];
            /** @description Whether this shop blocks this very buyer now. Answers to actions leave it out, and the name. */
            isBlocked?: boolean;
            kind: components["schemas"]["AlertKind"];
            lastAction?: components["schemas"]["AlertLastAction"];
            orderId?: components["schemas"]["Id"];
            raisedAt: components["schemas"]["Timestamp"];
            reasons: components["schemas"]["AlertReason"][];
            refundId?: components["schemas"]["Id"];
            respondBy?: components["schemas"]["Timestamp"];
            /** @description Grows with each change. */
            revision: number;
            riskScore?: number;
            severity: components["schemas"]["Severity"];
            status: components["schemas"]["AlertStatus"];
            subject: components["schemas"]["AlertSubject"];
            verdict?: components["schemas"]["Verdict"];
            /** @description Of its order or refund. */
            waiver?: {
                /** @enum {string} */
                status: "pending" | "granted" | "void";
                subjectId: components["schemas"]["Id"];
                /** @enum {string} */
                subjectType: "order" | "refund";
            };
        };
        /** @enum {string} */
        AlertAction: "cancel_order" | "reject_refund" | "dismiss" | "block_buyer";
        /** @enum {string} */
        AlertKind: "security_alert_order" | "risk_refund" | "fraud_outcome";
        AlertLastAction: {
            answeredAt?: components["schemas"]["Timestamp"];
            /** @enum {string} */
            outcome: "pending" | "confirmed" | "refused" | "unanswered";
            /**
             * @description The code that the order or refund service gave; `other` where it gave words, which are not kept.
             * @example already_shipped
             */
            refusal?: string;
            /** @description The refusal in plain words. */
            refusalText?: string;
            requestedAt: components["schemas"]["Timestamp"];
            /** @description Subject of the seller's token. */
            requestedBy: string;
            /** @enum {string} */
            type: "cancel_order" | "reject_refund";
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            nextCursor?: string;
        };
        /** @description As the risk systems code it, and in plain words. */
        AlertReason: {
            code: string;
            text: string;
        };
        /** @enum {string} */
        AlertStatus: "open" | "action_requested" | "resolved" | "dismissed" | "withdrawn" | "expired";
        AlertSubject: {
            /** @description Its ID. */
            id: components["schemas"]["Id"];
            /**
             * @description An order, a refund, or the outcome of a fraud.
             * @enum {string}
             */
            type: "order" | "refund" | "outcome";
        };
        Block: {
            /** @description The alert that the block was made from. */
            alertId?: components["schemas"]["Id"];
            avatarUrl?: string;
            blockId: string;
            buyerId: components["schemas"]["Id"];
            coverage: components["schemas"]["Coverage"];
            createdAt: components["schemas"]["Timestamp"];
            /** @description Subject of the seller's token. */
            createdBy: string;
            duration: components["schemas"]["BlockDuration"];
            /** @description Absent while the block is permanent. */
            expiresAt?: components["schemas"]["Timestamp"];
            /** @description Of a linked scope: how many accounts it covers by which kind of evidence, as of the last time that its coverage was complete. An account that several kinds link counts for each. */
            links?: components["schemas"]["EvidenceCount"][];
            note?: string;
            prevented?: components["schemas"]["Prevented"];
            reason: components["schemas"]["BlockReason"];
            /** @description Grows with each change and with the end, so that one knows which of two states is newer. */
            revision: number;
            scope: components["schemas"]["BlockScope"];
            updatedAt?: components["schemas"]["Timestamp"];
            /** @description Absent once the buyer was erased. */
            username?: string;
        };
        /** @description A duration counts from now on. */
        BlockChange: {
            duration?: components["schemas"]["BlockDuration"];
            /** @description Free text, which may span lines. `null` takes the note off, unless the reason is `other`, which needs one. */
            note?: string | null;
            reason?: components["schemas"]["BlockReason"];
            /** @description No new block. Narrowed to `user_id_only`, it frees linked accounts at once; widened, it covers them within seconds, and its coverage begins again. */
            scope?: components["schemas"]["BlockScope"];
        };
        /** @enum {string} */
        BlockDuration: "90_days" | "permanent";
        BlockPage: {
            items: components["schemas"]["Block"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        BlockReason: "malicious_refund" | "abusive_review" | "order_abuse" | "harassment" | "suspected_fraud" | "reseller_abuse" | "other";
        BlockRestore: {
            /** @description The block that was removed. */
            blockId: components["schemas"]["Id"];
        };
        /** @enum {string} */
        BlockScope: "user_id_only" | "linked_user_ids";
        /**
         * @description `created`, in a dry run `would_create`, or the code of the refusal that the row would get alone. `unavailable`: the time did not suffice for it, and for none behind it. Send the same again, with the same key.
         * @enum {string}
         */
        BulkOutcome: "created" | "would_create" | "validation_failed" | "buyer_not_found" | "username_mismatch" | "username_ambiguous" | "already_blocked" | "block_list_full" | "daily_block_limit_reached" | "access_not_active" | "unavailable";
        BulkResult: {
            rows: components["schemas"]["BulkRow"][];
            /** @description How many rows had each outcome. */
            summary: {
                [key: string]: number;
            };
        };
        BulkRow: {
            /** @description What was read in a row of CSV. */
            asked?: {
                alertId?: string;
                buyerId?: string;
                duration?: string;
                note?: string;
                reason?: string;
                scope?: string;
                username?: string;
            };
            avatarUrl?: string;
            /** @description The one that was created. */
            block?: components["schemas"]["Block"];
            /** @description Of the buyer whom the row names, once they are known to be of this shop. */
            buyerId?: components["schemas"]["Id"];
            /** @description Of a row with wrong fields. */
            errors?: {
                message: string;
                path: string;
            }[];
            outcome: components["schemas"]["BulkOutcome"];
            /** @description Its place among the rows, from 1. */
            row: number;
        };
        Buyer: {
            avatarUrl: string;
            buyerId: components["schemas"]["Id"];
            /** @description Whether this shop blocks this very buyer now. */
            isBlocked: boolean;
            /** @description Whether this buyer is on the exempt list of this shop. */
            isExempt: boolean;
            /** @description How many other accounts the marketplace holds to be the same person; of a buyer in more than 100 link groups, at least so many. */
            linkedAccounts: number;
            /** @description How many of them by which kind of evidence, most first. An account that several kinds link counts for each; one whose evidence is not known, for none. */
            links: components["schemas"]["EvidenceCount"][];
            /** @description Orders of this buyer in this shop that are not delivered, completed or cancelled. */
            openOrders: number;
            /**
             * @description How far to trust that the linked accounts are one person: `strong` where a kind is among the links that the marketplace holds to be strong. One shared attribute, such as a device, can be weak. Absent where no kind is known.
             * @enum {string}
             */
            strength?: "weak" | "strong";
            username: components["schemas"]["Username"];
        };
        /** @description The buyer's history in this shop when the newest flag came. */
        BuyerHistory: {
            cancellations: number;
            earlierAlerts: number;
            linkedAccounts: number;
            /** @description Alerts that linked accounts caused in this shop. */
            linkedAlerts: number;
            orders: number;
            refunds: number;
        };
        BuyerOfShop: {
            avatarUrl: string;
            buyerId: components["schemas"]["Id"];
            history: components["schemas"]["ShopHistory"];
            /** @description Whether this shop blocks this very buyer now. */
            isBlocked: boolean;
            /** @description Whether this buyer is on the exempt list of this shop. */
            isExempt: boolean;
            /** @description How many other accounts the marketplace holds to be the same person; of a buyer in more than 100 link groups, at least so many. */
            linkedAccounts: number;
            /** @description How many of them by which kind of evidence, most first. An account that several kinds link counts for each; one whose evidence is not known, for none. */
            links: components["schemas"]["EvidenceCount"][];
            /** @description Orders of this buyer in this shop that are not delivered, completed or cancelled. */
            openOrders: number;
            /**
             * @description How far to trust that the linked accounts are one person: `strong` where a kind is among the links that the marketplace holds to be strong. One shared attribute, such as a device, can be weak. Absent where no kind is known.
             * @enum {string}
             */
            strength?: "weak" | "strong";
            username: components["schemas"]["Username"];
        };
        CancelOrder: {
            /** @enum {string} */
            reason?: "suspected_fraud" | "order_abuse" | "reseller_abuse" | "other";
        };
        ComplaintFiling: {
            /** @description Free text, which may span lines. */
            text: string;
        };
        /** @enum {string} */
        ComplaintState: "open" | "upheld" | "rejected";
        /** @description How many of the accounts under the block the gate guards already, the chosen one among them. */
        Coverage: {
            guarded: number;
            /** @enum {string} */
            state: "applying" | "complete";
            total: number;
        };
        Dashboard: {
            /** @description Alerts that wait for the answer to a request. */
            actionRequested: {
                risk_refund: number;
                security_alert_order: number;
            };
            blocks: {
                limit: number;
                used: number;
            };
            /** @description Every day of the range, oldest first. */
            days: {
                /**
                 * Format: date
                 * @description Calendar date in the shop's zone.
                 */
                date: string;
                /** @description Confirmed fraud that the platform blocked. */
                fraudIntercepted: {
                    byCategory: {
                        [key: string]: number;
                    };
                    total: number;
                };
                /** @description Orders that the gate stopped, by the reason of their block. */
                ordersStopped: {
                    byReason: {
                        [key: string]: number;
                    };
                    total: number;
                };
                /** @description Orders that the gate stopped, and what they would have been worth, as far as order services said it. */
                prevented: {
                    /** @description Exact sums, one for each currency, with at least the currency's own digits. */
                    amounts: {
                        currency: string;
                        value: string;
                    }[];
                    orders: number;
                };
                /** @description Exact sums, one for each currency, with at least the currency's own digits. */
                protectedAmounts: {
                    currency: string;
                    value: string;
                }[];
            }[];
            /**
             * Format: date
             * @description Calendar date in the shop's zone.
             */
            from: string;
            newBlocksToday: {
                limit: number;
                resetsAt: components["schemas"]["Timestamp"];
                used: number;
            };
            /** @description Of the open alert that is due first. */
            nextDeadline?: components["schemas"]["Timestamp"];
            openAlerts: {
                risk_refund: number;
                security_alert_order: number;
            };
            timeZone: string;
            /**
             * Format: date
             * @description Calendar date in the shop's zone.
             */
            to: string;
            /** @description All days of the range together. */
            totals: {
                /** @description Confirmed fraud that the platform blocked. */
                fraudIntercepted: {
                    byCategory: {
                        [key: string]: number;
                    };
                    total: number;
                };
                /** @description Orders that the gate stopped, by the reason of their block. */
                ordersStopped: {
                    byReason: {
                        [key: string]: number;
                    };
                    total: number;
                };
                /** @description Orders that the gate stopped, and what they would have been worth, as far as order services said it. */
                prevented: {
                    /** @description Exact sums, one for each currency, with at least the currency's own digits. */
                    amounts: {
                        currency: string;
                        value: string;
                    }[];
                    orders: number;
                };
                /** @description Exact sums, one for each currency, with at least the currency's own digits. */
                protectedAmounts: {
                    currency: string;
                    value: string;
                }[];
            };
            waivers: {
                granted: number;
                pending: number;
                void: number;
            };
        };
        /**
         * @description `at_once`: within about a minute. `digest`: in the next message that collects, within minutes. `off`: in the console alone.
         * @enum {string}
         */
        Delivery: "at_once" | "digest" | "off";
        DeliveryBySeverity: {
            high: components["schemas"]["Delivery"];
            low: components["schemas"]["Delivery"];
            medium: components["schemas"]["Delivery"];
        };
        DismissAlert: {
            verdict: components["schemas"]["Verdict"];
        };
        EvidenceCount: {
            /** @description Other accounts that it links. */
            accounts: number;
            /** @description A kind of evidence, as the marketplace calls it, e.g. `device`. */
            evidence: string;
        };
        Exemption: {
            avatarUrl?: string;
            buyerId: components["schemas"]["Id"];
            createdAt: components["schemas"]["Timestamp"];
            /** @description Subject of the seller's token. */
            createdBy: string;
            exemptionId: string;
            note?: string;
            /** @description Always 1: an exemption is made and ends, and never changes. */
            revision: number;
            /** @description Absent once the buyer was erased. */
            username?: string;
        };
        ExemptionPage: {
            items: components["schemas"]["Exemption"][];
            nextCursor?: string;
        };
        Fairness: {
            /** @description Made within 14 days of a return or refund that the marketplace had granted this buyer, of whom it had said nothing bad in this shop. */
            afterRefund: number;
            /** @description All that the shop made on these days, removed ones included. */
            blocks: number;
            /** Format: date */
            from: string;
            /** @description Blocks that customer support ended on these days, whenever they were made. */
            lifted: number;
            /** @description `suspicious` of `blocks`, 0 to 1; 0 where there are none. */
            share: number;
            /** @description Those among them that look retaliatory, each counted once. */
            suspicious: number;
            /** Format: date */
            to: string;
            /** @description Made for `abusive_review`, while the marketplace had confirmed no abusive review of this buyer in this shop. */
            unconfirmedReview: number;
            /** @description Blocks that customer support looked at on these days and kept, whenever they were made. */
            upheld: number;
        };
        /** @description What a confirmed fraud was done with. */
        FraudObject: {
            /** @description Its ID. */
            id: components["schemas"]["Id"];
            /**
             * @description What it is.
             * @enum {string}
             */
            type: "order" | "refund" | "review";
        };
        /** @description What API Gateway answers itself: 401 and 403 of its authorizers, 413 above 10 MB, 429, and 500 or 503 for a function that failed or was late. */
        GatewayError: {
            message: string;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description Opaque ID of the marketplace; never a number. */
        Id: string;
        /** @description Place in the shop’s feed. A client keeps the last one up to which it has all. */
        LiveCursor: string;
        LiveTicket: {
            /** @description When a connection opened with it ends: with the access token, after two hours at the latest. */
            connectionEndsAt: components["schemas"]["Timestamp"];
            /** @description Where the feed stands now: lists that are loaded from now on hold all up to here. Catch up from it. */
            cursor: components["schemas"]["LiveCursor"];
            expiresAt: components["schemas"]["Timestamp"];
            /** @description Opens one connection, once: `<url>?ticket=<ticket>`. */
            ticket: string;
            /**
             * @description Of the WebSocket.
             * @example wss://abc.execute-api.eu-west-1.amazonaws.com/live
             */
            url: string;
        };
        /** @description All agents and viewers: who is left out is a member no more. Owners stay, whether they are named, as they are, or not. */
        MembersChange: {
            members: {
                role: components["schemas"]["Role"];
                subject: string;
            }[];
        };
        Money: {
            currency: string;
            value: string;
        };
        NewBlock: {
            /** @description An alert of this shop about this buyer. */
            alertId?: components["schemas"]["Id"];
            buyerId: components["schemas"]["Id"];
            duration: components["schemas"]["BlockDuration"];
            /** @description Free text, which may span lines. */
            note?: string;
            reason: components["schemas"]["BlockReason"];
            scope: components["schemas"]["BlockScope"];
            username: components["schemas"]["Username"];
        };
        NewBlockRow: {
            /** @description An alert of this shop about this buyer. */
            alertId?: components["schemas"]["Id"];
            /** @description Where it is given, the buyer with this ID must have that username. */
            buyerId?: components["schemas"]["Id"];
            duration: components["schemas"]["BlockDuration"];
            /** @description Free text, which may span lines. */
            note?: string;
            reason: components["schemas"]["BlockReason"];
            scope: components["schemas"]["BlockScope"];
            username: components["schemas"]["Username"];
        };
        NewBlocks: {
            /**
             * @description Says what would become of each row, and blocks nobody.
             * @default false
             */
            dryRun?: boolean;
            rows: components["schemas"]["NewBlockRow"][];
        };
        NewExemption: {
            buyerId: components["schemas"]["Id"];
            /** @description Free text, which may span lines. */
            note?: string;
            username: components["schemas"]["Username"];
        };
        NotificationSettings: {
            alerts: {
                fraud_outcome: components["schemas"]["DeliveryBySeverity"];
                risk_refund: components["schemas"]["DeliveryBySeverity"];
                security_alert_order: components["schemas"]["DeliveryBySeverity"];
            };
            /**
             * @description How the shop is told, as the marketplace set it. Absent where it is told nothing at all.
             * @enum {string}
             */
            channel?: "email" | "seller_center_message";
            /**
             * @description Blocks that end in a week: in one message a day at most, or in the console alone.
             * @enum {string}
             */
            expiringBlocks: "digest" | "off";
            /** @description Absent where there are none. */
            quietHours?: components["schemas"]["QuietHours"];
            /** @description Grows with each change; 0 while the shop has set nothing. */
            revision: number;
            /** @description The shop's, in which its quiet hours are. */
            timeZone: string;
        };
        /** @description All settings: what is left out is as it is in a shop that has set nothing. */
        NotificationSettingsChange: {
            alerts?: {
                fraud_outcome?: components["schemas"]["DeliveryBySeverity"];
                risk_refund?: components["schemas"]["DeliveryBySeverity"];
                security_alert_order?: components["schemas"]["DeliveryBySeverity"];
            };
            /**
             * @description Blocks that end in a week: in one message a day at most, or in the console alone.
             * @enum {string}
             */
            expiringBlocks?: "digest" | "off";
            quietHours?: components["schemas"]["QuietHours"];
        };
        /** @description Orders that the block has stopped, counted once for each checkout, and what they would have been worth, as far as order services said it. Counts of the block as a whole, also where it covers linked accounts. */
        Prevented: {
            /** @description Exact sums, one for each currency, with at least the currency's own digits. */
            amounts: {
                currency: string;
                value: string;
            }[];
            /** @description When the last one was stopped. */
            lastAt?: components["schemas"]["Timestamp"];
            orders: number;
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @enum {string} */
            code: "validation_failed" | "unauthenticated" | "forbidden" | "access_not_active" | "not_found" | "buyer_not_found" | "method_not_allowed" | "already_blocked" | "not_restorable" | "already_exempt" | "username_mismatch" | "username_ambiguous" | "block_list_full" | "daily_block_limit_reached" | "exempt_list_full" | "alert_not_open" | "order_not_cancellable" | "refund_not_rejectable" | "complaint_not_possible" | "precondition_failed" | "payload_too_large" | "idempotency_key_reused" | "too_many_requests" | "internal" | "unavailable";
            detail: string;
            /** @description How many wrong fields there are, where that is more than are listed. */
            errorCount?: number;
            /** @description The wrong fields, at most 20 of them. */
            errors?: {
                message: string;
                path: string;
            }[];
            requestId: string;
            /** @description When the shop's day ends. */
            resetsAt?: string;
            /** @description Of what `If-Match` did not name, as it is now. */
            revision?: number;
            status: number;
            title: string;
            type: string;
        };
        /** @description Every night, or day, in the shop's time zone; over midnight where `to` is earlier. */
        QuietHours: {
            /** @example 22:00 */
            from: string;
            /** @example 22:00 */
            to: string;
        };
        RejectRefund: {
            /** @enum {string} */
            reason?: "suspected_fraud" | "malicious_refund" | "other";
        };
        RiskTag: {
            alert?: components["schemas"]["Alert"];
            subject: components["schemas"]["AlertSubject"];
            /** @description Flagged, and the flag was not withdrawn. */
            tagged: boolean;
        };
        /** @enum {string} */
        Role: "owner" | "agent" | "viewer";
        /** @enum {string} */
        Severity: "low" | "medium" | "high";
        ShopAccess: {
            blocks: {
                limit: number;
                used: number;
            };
            /** @description The shop's last complaint about this end, where there is one. Only while it is terminated. */
            complaint?: components["schemas"]["AccessComplaint"];
            newBlocksToday: {
                limit: number;
                resetsAt: components["schemas"]["Timestamp"];
                used: number;
            };
            /** @description Why the access has ended: only while it is terminated. `other` where nobody said why. */
            reasonCode?: components["schemas"]["AccessEndReason"];
            /** @description Grows with each change; 0 while the shop never had access. */
            revision: number;
            shopId: components["schemas"]["Id"];
            /** @description When the state began. Absent while it is `not_invited`. */
            since?: components["schemas"]["Timestamp"];
            state: components["schemas"]["AccessState"];
            /** @description What the marketplace says to the shop about the end. Free text, which may span lines. */
            text?: string;
            timeZone?: string;
        };
        /** @description What happened between this buyer and this shop. */
        ShopHistory: {
            /** @description About their orders and refunds, ended ones too; no fraud outcomes. */
            alerts: number;
            /** @description Orders that were cancelled, by anybody. */
            cancellations: number;
            /** @description Since their first one, ended and cancelled ones among them. */
            orders: number;
            /** @description Returns and refunds that the buyer asked for. */
            refunds: number;
        };
        ShopMembers: {
            /** @description Owners first. */
            members: {
                role: components["schemas"]["Role"];
                /** @description The `sub` of this person's tokens. */
                subject: string;
            }[];
            /** @description Of the access, which the members are a part of. */
            revision: number;
        };
        Standing: {
            /** @description The same sentence for every buyer. */
            aboutLinks: string;
            /** @description This shop's blocks of this very buyer, newest first, 20 at most; ended ones for 396 days. */
            blocks: components["schemas"]["StandingBlock"][];
            buyerId: components["schemas"]["Id"];
            gate: components["schemas"]["StandingAtGate"];
            /** @description The last 10 of 90 days, newest first. */
            stops: components["schemas"]["StandingStop"][];
        };
        /** @description What the gate says of a new order now, as far as a block or an exemption of this very buyer goes. */
        StandingAtGate: {
            /** @description The block that makes it deny. */
            blockId?: string;
            /** @enum {string} */
            decision: "allow" | "deny";
            /** @enum {string} */
            reason: "blocked" | "exempt" | "not_blocked";
        };
        StandingBlock: {
            /** @description The alert that the block was made from. */
            alertId?: components["schemas"]["Id"];
            blockId: string;
            createdAt: components["schemas"]["Timestamp"];
            /** @description Subject of the seller's token. */
            createdBy: string;
            duration: components["schemas"]["BlockDuration"];
            endedAt?: components["schemas"]["Timestamp"];
            /**
             * @description A seller removed it, customer support lifted it, or its time was over.
             * @enum {string}
             */
            endedBecause?: "removed" | "lifted" | "expired";
            /** @description Subject of the seller's token, or the agent of customer support. */
            endedBy?: string;
            /** @description Absent while the block is permanent. */
            expiresAt?: components["schemas"]["Timestamp"];
            /** @description Times in which it was removed, until that was undone. */
            gaps?: {
                from: components["schemas"]["Timestamp"];
                until: components["schemas"]["Timestamp"];
            }[];
            /** @description Of a linked scope: how many accounts it covers by which kind of evidence, as of the last time that its coverage was complete. An account that several kinds link counts for each. */
            links?: components["schemas"]["EvidenceCount"][];
            /** @description While the block is live, or can be brought back. */
            note?: string;
            prevented?: components["schemas"]["Prevented"];
            reason: components["schemas"]["BlockReason"];
            /** @description Until when the removal can be undone. Absent once it cannot. */
            restorableUntil?: components["schemas"]["Timestamp"];
            /** @description Grows with each change and with the end, so that one knows which of two states is newer. */
            revision: number;
            scope: components["schemas"]["BlockScope"];
            /** @enum {string} */
            state: "live" | "ended";
            /** @description Why customer support lifted it, in their words. */
            supportReason?: string;
            /** @description While the block is live, or can be brought back. */
            username?: string;
        };
        /** @description An order of this buyer that a block of this buyer stopped. */
        StandingStop: {
            at: components["schemas"]["Timestamp"];
            blockId: string;
        };
        /**
         * Format: date-time
         * @description RFC 3339, UTC, milliseconds.
         * @example 2026-11-22T09:30:00.000Z
         */
        Timestamp: string;
        /** @description Matched exactly: no case folding, no trimming, no normalisation. */
        Username: string;
        /** @enum {string} */
        Verdict: "false_positive" | "accepted_risk";
        /** @description That an order’s cancellation, or a refund’s rejection, costs no penalty. */
        Waiver: {
            /** @description Whose order or refund it was, in lists, for as long as its alert is kept: as the marketplace names them now. */
            buyer?: {
                avatarUrl?: string;
                buyerId: components["schemas"]["Id"];
                username?: string;
            };
            /** @description Of the first request. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description Of the newest request. */
            requestedAt: components["schemas"]["Timestamp"];
            /** @description Subject of the seller's token. */
            requestedBy: string;
            status: components["schemas"]["WaiverStatus"];
            /** @description The first and the newest steps; without `by` it was the order or refund service. */
            steps: {
                at: components["schemas"]["Timestamp"];
                by?: string;
                status: components["schemas"]["WaiverStatus"];
            }[];
            subjectId: components["schemas"]["Id"];
            /** @enum {string} */
            subjectType: "order" | "refund";
            tag: components["schemas"]["WaiverTag"];
            /** @description Of the terms that were in force when it was asked for: it is granted under these. */
            termsVersion: string;
        };
        /** @description A public key as RFC 7517 writes it. */
        WaiverKey: {
            /** @constant */
            alg: "ES256";
            /** @constant */
            crv: "P-256";
            kid: string;
            /** @constant */
            kty: "EC";
            /** @constant */
            use: "sig";
            x: string;
            y: string;
        };
        WaiverKeys: {
            keys: components["schemas"]["WaiverKey"][];
        };
        WaiverPage: {
            items: components["schemas"]["Waiver"][];
            nextCursor?: string;
        };
        /** @description A compact JWS, ES256: three parts of base64url with dots in between. */
        WaiverReceipt: string;
        /** @enum {string} */
        WaiverStatus: "pending" | "granted" | "void";
        /** @description The risk tag as it was when the seller acted. */
        WaiverTag: {
            alertId: components["schemas"]["Id"];
            flaggedAt: components["schemas"]["Timestamp"];
            /** @enum {string} */
            kind: "security_alert_order" | "risk_refund";
            reasons: components["schemas"]["AlertReason"][];
            riskScore?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That the API answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Seller Security Center",
                     *         "version": "1"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State of the shop's access, its quotas and what is used of them */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shopId": "shop-1",
                     *       "state": "active",
                     *       "revision": 3,
                     *       "since": "2026-10-01T08:00:00.000Z",
                     *       "timeZone": "Europe/Berlin",
                     *       "blocks": {
                     *         "used": 12,
                     *         "limit": 100
                     *       },
                     *       "newBlocksToday": {
                     *         "used": 3,
                     *         "limit": 10,
                     *         "resetsAt": "2026-11-22T23:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ShopAccess"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileComplaint: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "We blocked these buyers after three refunds that the marketplace itself found malicious. Please look again."
                 *     }
                 */
                "application/json": components["schemas"]["ComplaintFiling"];
            };
        };
        responses: {
            /** @description Complain about the end of the access */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "complaintId": "01KAQB213T5V7W9X1Z3B5D7FA0",
                     *       "state": "open",
                     *       "text": "We blocked these buyers after three refunds that the marketplace itself found malicious. Please look again.",
                     *       "filedAt": "2026-11-22T09:15:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessComplaint"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `complaint_not_possible`: The complaint cannot be filed, or decided so, now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivity: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what and when, newest first; a page can be short and have a next one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "activityId": "01KAWZ2M8Q4T6V9B1C3D5E7F9H",
                     *           "type": "Buyer Blocked",
                     *           "at": "2026-11-22T09:30:00.000Z",
                     *           "actor": {
                     *             "kind": "seller",
                     *             "id": "ada"
                     *           },
                     *           "details": {
                     *             "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *             "buyerId": "buyer-7021",
                     *             "reason": "malicious_refund",
                     *             "scope": "linked_user_ids",
                     *             "duration": "90_days"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportActivity: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what and when as CSV, newest first */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "Content-Disposition": string;
                    /** @description With `rel="next"`, the path of the rest. Without it there is no more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example at,type,actor,actorId,buyerId,blockId,reason,activityId
                     *     2026-11-22T09:30:00.000Z,Buyer Blocked,seller,'ada,'7311111111111111111,'01KAWZ2M8Q4T6V9B1C3D5E7F9G,malicious_refund,'01KAWZ2M8Q4T6V9B1C3D5E7F9H
                     */
                    "text/csv": string;
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                buyerId?: components["schemas"]["Id"];
                cursor?: string;
                /** @description With a deadline before this instant, whether it has passed or not. */
                dueBefore?: components["schemas"]["Timestamp"];
                kind?: components["schemas"]["AlertKind"];
                limit?: number;
                severity?: components["schemas"]["Severity"];
                status?: components["schemas"]["AlertStatus"];
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alerts: those that wait by their deadline, then those that have ended, newest first. A page can be short */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *           "kind": "security_alert_order",
                     *           "status": "open",
                     *           "revision": 1,
                     *           "severity": "high",
                     *           "subject": {
                     *             "type": "order",
                     *             "id": "order-88"
                     *           },
                     *           "orderId": "order-88",
                     *           "buyer": {
                     *             "buyerId": "buyer-7021",
                     *             "username": "Mallory",
                     *             "avatarUrl": "https://cdn.example/m.png"
                     *           },
                     *           "isBlocked": false,
                     *           "reasons": [
                     *             {
                     *               "code": "high_cancellation_rate",
                     *               "text": "The buyer cancels unusually many orders."
                     *             }
                     *           ],
                     *           "riskScore": 91,
                     *           "amount": {
                     *             "value": "49.90",
                     *             "currency": "EUR"
                     *           },
                     *           "respondBy": "2026-11-24T09:30:00.000Z",
                     *           "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *           "raisedAt": "2026-11-22T09:29:59.004Z",
                     *           "changedAt": "2026-11-22T09:29:59.004Z",
                     *           "history": {
                     *             "orders": 6,
                     *             "cancellations": 4,
                     *             "refunds": 1,
                     *             "earlierAlerts": 1,
                     *             "linkedAccounts": 2,
                     *             "linkedAlerts": 0
                     *           },
                     *           "actions": [
                     *             "cancel_order",
                     *             "dismiss",
                     *             "block_buyer"
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyJzaG9wLTEiLHt9XQ"
                     *     }
                     */
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                alertId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One alert, with the buyer as they are named now */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *       "kind": "security_alert_order",
                     *       "status": "open",
                     *       "revision": 1,
                     *       "severity": "high",
                     *       "subject": {
                     *         "type": "order",
                     *         "id": "order-88"
                     *       },
                     *       "orderId": "order-88",
                     *       "buyer": {
                     *         "buyerId": "buyer-7021",
                     *         "username": "Mallory",
                     *         "avatarUrl": "https://cdn.example/m.png"
                     *       },
                     *       "isBlocked": false,
                     *       "reasons": [
                     *         {
                     *           "code": "high_cancellation_rate",
                     *           "text": "The buyer cancels unusually many orders."
                     *         }
                     *       ],
                     *       "riskScore": 91,
                     *       "amount": {
                     *         "value": "49.90",
                     *         "currency": "EUR"
                     *       },
                     *       "respondBy": "2026-11-24T09:30:00.000Z",
                     *       "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *       "raisedAt": "2026-11-22T09:29:59.004Z",
                     *       "changedAt": "2026-11-22T09:29:59.004Z",
                     *       "history": {
                     *         "orders": 6,
                     *         "cancellations": 4,
                     *         "refunds": 1,
                     *         "earlierAlerts": 1,
                     *         "linkedAccounts": 2,
                     *         "linkedAlerts": 0
                     *       },
                     *       "actions": [
                     *         "cancel_order",
                     *         "dismiss",
                     *         "block_buyer"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                alertId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "order_abuse"
                 *     }
                 */
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description Ask the order service to cancel the order of a Security Alert Order, without a performance penalty */
            202: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *       "kind": "security_alert_order",
                     *       "status": "action_requested",
                     *       "revision": 2,
                     *       "severity": "high",
                     *       "subject": {
                     *         "type": "order",
                     *         "id": "order-88"
                     *       },
                     *       "orderId": "order-88",
                     *       "buyer": {
                     *         "buyerId": "buyer-7021"
                     *       },
                     *       "reasons": [
                     *         {
                     *           "code": "high_cancellation_rate",
                     *           "text": "The buyer cancels unusually many orders."
                     *         }
                     *       ],
                     *       "riskScore": 91,
                     *       "amount": {
                     *         "value": "49.90",
                     *         "currency": "EUR"
                     *       },
                     *       "respondBy": "2026-11-24T09:30:00.000Z",
                     *       "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *       "raisedAt": "2026-11-22T09:29:59.004Z",
                     *       "changedAt": "2026-11-22T10:02:11.500Z",
                     *       "history": {
                     *         "orders": 6,
                     *         "cancellations": 4,
                     *         "refunds": 1,
                     *         "earlierAlerts": 1,
                     *         "linkedAccounts": 2,
                     *         "linkedAlerts": 0
                     *       },
                     *       "actions": [
                     *         "block_buyer"
                     *       ],
                     *       "lastAction": {
                     *         "type": "cancel_order",
                     *         "requestedAt": "2026-11-22T10:02:11.500Z",
                     *         "requestedBy": "ada",
                     *         "outcome": "pending"
                     *       },
                     *       "waiver": {
                     *         "subjectType": "order",
                     *         "subjectId": "order-88",
                     *         "status": "pending"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `alert_not_open`: The alert is not open; `order_not_cancellable`: The order can no longer be cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissAlert: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                alertId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verdict": "false_positive"
                 *     }
                 */
                "application/json": components["schemas"]["DismissAlert"];
            };
        };
        responses: {
            /** @description Judge an open alert; the verdict goes back to the risk systems */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *       "kind": "security_alert_order",
                     *       "status": "dismissed",
                     *       "revision": 2,
                     *       "severity": "high",
                     *       "subject": {
                     *         "type": "order",
                     *         "id": "order-88"
                     *       },
                     *       "orderId": "order-88",
                     *       "buyer": {
                     *         "buyerId": "buyer-7021"
                     *       },
                     *       "reasons": [
                     *         {
                     *           "code": "high_cancellation_rate",
                     *           "text": "The buyer cancels unusually many orders."
                     *         }
                     *       ],
                     *       "riskScore": 91,
                     *       "amount": {
                     *         "value": "49.90",
                     *         "currency": "EUR"
                     *       },
                     *       "respondBy": "2026-11-24T09:30:00.000Z",
                     *       "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *       "raisedAt": "2026-11-22T09:29:59.004Z",
                     *       "changedAt": "2026-11-22T10:02:11.500Z",
                     *       "history": {
                     *         "orders": 6,
                     *         "cancellations": 4,
                     *         "refunds": 1,
                     *         "earlierAlerts": 1,
                     *         "linkedAccounts": 2,
                     *         "linkedAlerts": 0
                     *       },
                     *       "actions": [
                     *         "block_buyer"
                     *       ],
                     *       "verdict": "false_positive"
                     *     }
                     */
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `alert_not_open`: The alert is not open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectRefund: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                alertId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "malicious_refund"
                 *     }
                 */
                "application/json": components["schemas"]["RejectRefund"];
            };
        };
        responses: {
            /** @description Ask the refund service to reject the refund of a Risk Refund, without a performance penalty */
            202: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *       "kind": "risk_refund",
                     *       "status": "action_requested",
                     *       "revision": 2,
                     *       "severity": "high",
                     *       "subject": {
                     *         "type": "refund",
                     *         "id": "refund-5"
                     *       },
                     *       "orderId": "order-88",
                     *       "buyer": {
                     *         "buyerId": "buyer-7021"
                     *       },
                     *       "reasons": [
                     *         {
                     *           "code": "high_cancellation_rate",
                     *           "text": "The buyer cancels unusually many orders."
                     *         }
                     *       ],
                     *       "riskScore": 91,
                     *       "amount": {
                     *         "value": "49.90",
                     *         "currency": "EUR"
                     *       },
                     *       "respondBy": "2026-11-24T09:30:00.000Z",
                     *       "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *       "raisedAt": "2026-11-22T09:29:59.004Z",
                     *       "changedAt": "2026-11-22T10:02:11.500Z",
                     *       "history": {
                     *         "orders": 6,
                     *         "cancellations": 4,
                     *         "refunds": 1,
                     *         "earlierAlerts": 1,
                     *         "linkedAccounts": 2,
                     *         "linkedAlerts": 0
                     *       },
                     *       "actions": [
                     *         "block_buyer"
                     *       ],
                     *       "lastAction": {
                     *         "type": "reject_refund",
                     *         "requestedAt": "2026-11-22T10:02:11.500Z",
                     *         "requestedBy": "ada",
                     *         "outcome": "pending"
                     *       },
                     *       "waiver": {
                     *         "subjectType": "refund",
                     *         "subjectId": "refund-5",
                     *         "status": "pending"
                     *       },
                     *       "refundId": "refund-5"
                     *     }
                     */
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `alert_not_open`: The alert is not open; `refund_not_rejectable`: The refund can no longer be rejected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Those that end before this instant. */
                expiresBefore?: components["schemas"]["Timestamp"];
                limit?: number;
                reason?: components["schemas"]["BlockReason"];
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live blocks, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *           "buyerId": "buyer-7021",
                     *           "username": "Mallory",
                     *           "avatarUrl": "https://cdn.example/m.png",
                     *           "reason": "malicious_refund",
                     *           "note": "Third empty box this month.",
                     *           "scope": "linked_user_ids",
                     *           "duration": "90_days",
                     *           "createdAt": "2026-11-22T09:30:00.000Z",
                     *           "createdBy": "ada",
                     *           "expiresAt": "2027-02-20T09:30:00.000Z",
                     *           "coverage": {
                     *             "state": "complete",
                     *             "guarded": 3,
                     *             "total": 3
                     *           },
                     *           "prevented": {
                     *             "orders": 2,
                     *             "amounts": [
                     *               {
                     *                 "value": "84.50",
                     *                 "currency": "EUR"
                     *               }
                     *             ],
                     *             "lastAt": "2026-11-29T18:31:07.412Z"
                     *           },
                     *           "revision": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BlockPage"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBlock: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "buyerId": "buyer-7021",
                 *       "username": "Mallory",
                 *       "reason": "malicious_refund",
                 *       "note": "Third empty box this month.",
                 *       "scope": "linked_user_ids",
                 *       "duration": "90_days"
                 *     }
                 */
                "application/json": components["schemas"]["NewBlock"];
            };
        };
        responses: {
            /** @description Block a buyer who ordered in this shop */
            201: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    /** @description Path of the block. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "reason": "malicious_refund",
                     *       "note": "Third empty box this month.",
                     *       "scope": "linked_user_ids",
                     *       "duration": "90_days",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "expiresAt": "2027-02-20T09:30:00.000Z",
                     *       "coverage": {
                     *         "state": "applying",
                     *         "guarded": 1,
                     *         "total": 3
                     *       },
                     *       "prevented": {
                     *         "orders": 0,
                     *         "amounts": []
                     *       },
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `buyer_not_found`: No such buyer among those who ordered in this shop */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `username_mismatch`: The buyer does not bear this username; `already_blocked`: The buyer is already blocked; `block_list_full`: The Block List is full; `daily_block_limit_reached`: Today's new blocks are used up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBlock: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live block of a buyer */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "reason": "malicious_refund",
                     *       "note": "Third empty box this month.",
                     *       "scope": "linked_user_ids",
                     *       "duration": "90_days",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "expiresAt": "2027-02-20T09:30:00.000Z",
                     *       "coverage": {
                     *         "state": "complete",
                     *         "guarded": 3,
                     *         "total": 3
                     *       },
                     *       "prevented": {
                     *         "orders": 2,
                     *         "amounts": [
                     *           {
                     *             "value": "84.50",
                     *             "currency": "EUR"
                     *           }
                     *         ],
                     *         "lastAt": "2026-11-29T18:31:07.412Z"
                     *       },
                     *       "revision": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeBlock: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a block: the buyer can order again at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateBlock: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duration": "permanent",
                 *       "note": null
                 *     }
                 */
                "application/json": components["schemas"]["BlockChange"];
            };
        };
        responses: {
            /** @description Extend a live block, or change its reason, scope or note */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "reason": "malicious_refund",
                     *       "scope": "linked_user_ids",
                     *       "duration": "permanent",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "coverage": {
                     *         "state": "complete",
                     *         "guarded": 3,
                     *         "total": 3
                     *       },
                     *       "prevented": {
                     *         "orders": 2,
                     *         "amounts": [
                     *           {
                     *             "value": "84.50",
                     *             "currency": "EUR"
                     *           }
                     *         ],
                     *         "lastAt": "2026-11-29T18:31:07.412Z"
                     *       },
                     *       "revision": 3,
                     *       "updatedAt": "2026-11-25T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreBlock: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G"
                 *     }
                 */
                "application/json": components["schemas"]["BlockRestore"];
            };
        };
        responses: {
            /** @description Undo the removal of a block, within 15 minutes */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "reason": "malicious_refund",
                     *       "note": "Third empty box this month.",
                     *       "scope": "linked_user_ids",
                     *       "duration": "90_days",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "expiresAt": "2027-02-20T09:30:00.000Z",
                     *       "coverage": {
                     *         "state": "applying",
                     *         "guarded": 1,
                     *         "total": 1
                     *       },
                     *       "revision": 4
                     *     }
                     */
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_restorable`: The removal of the block can no longer be undone; `block_list_full`: The Block List is full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkBlocks: {
        parameters: {
            query?: {
                /** @description With CSV, in place of the field of the same name. */
                dryRun?: "true" | "false";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dryRun": false,
                 *       "rows": [
                 *         {
                 *           "username": "Mallory",
                 *           "reason": "malicious_refund",
                 *           "note": "Third empty box this month.",
                 *           "scope": "linked_user_ids",
                 *           "duration": "90_days"
                 *         },
                 *         {
                 *           "username": "nobody",
                 *           "reason": "order_abuse",
                 *           "scope": "user_id_only",
                 *           "duration": "permanent"
                 *         },
                 *         {
                 *           "username": "trent",
                 *           "reason": "harassment",
                 *           "scope": "user_id_only",
                 *           "duration": "90_days"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewBlocks"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description Block several buyers, or see what would become of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "row": 1,
                     *           "outcome": "created",
                     *           "buyerId": "buyer-7021",
                     *           "avatarUrl": "https://cdn.example/m.png",
                     *           "block": {
                     *             "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *             "buyerId": "buyer-7021",
                     *             "username": "Mallory",
                     *             "avatarUrl": "https://cdn.example/m.png",
                     *             "reason": "malicious_refund",
                     *             "note": "Third empty box this month.",
                     *             "scope": "linked_user_ids",
                     *             "duration": "90_days",
                     *             "createdAt": "2026-11-22T09:30:00.000Z",
                     *             "createdBy": "ada",
                     *             "expiresAt": "2027-02-20T09:30:00.000Z",
                     *             "coverage": {
                     *               "state": "applying",
                     *               "guarded": 1,
                     *               "total": 3
                     *             },
                     *             "revision": 1
                     *           }
                     *         },
                     *         {
                     *           "row": 2,
                     *           "outcome": "buyer_not_found"
                     *         },
                     *         {
                     *           "row": 3,
                     *           "outcome": "already_blocked",
                     *           "buyerId": "buyer-7033",
                     *           "avatarUrl": "https://cdn.example/t.png"
                     *         }
                     *       ],
                     *       "summary": {
                     *         "created": 1,
                     *         "buyer_not_found": 1,
                     *         "already_blocked": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportBlocks: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live blocks as CSV, newest first; it can be imported again */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "Content-Disposition": string;
                    /** @description With `rel="next"`, the path of the rest. Without it there is no more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example username,buyerId,reason,note,scope,duration,createdAt,createdBy,updatedAt,expiresAt,blockId,alertId
                     *     'Mallory,'7311111111111111111,malicious_refund,'Third empty box this month.,linked_user_ids,90_days,2026-11-22T09:30:00.000Z,'ada,,2027-02-20T09:30:00.000Z,'01KAWZ2M8Q4T6V9B1C3D5E7F9G,
                     */
                    "text/csv": string;
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findBuyer: {
        parameters: {
            query?: {
                orderId?: components["schemas"]["Id"];
                username?: components["schemas"]["Username"];
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The buyer who ordered in this shop and bears exactly this username, or who placed this order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "linkedAccounts": 2,
                     *       "links": [
                     *         {
                     *           "evidence": "device",
                     *           "accounts": 2
                     *         },
                     *         {
                     *           "evidence": "payment_instrument",
                     *           "accounts": 1
                     *         }
                     *       ],
                     *       "strength": "strong",
                     *       "openOrders": 1,
                     *       "isBlocked": false,
                     *       "isExempt": false
                     *     }
                     */
                    "application/json": components["schemas"]["Buyer"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `buyer_not_found`: No such buyer among those who ordered in this shop */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `username_ambiguous`: Two buyers claim this username */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A buyer who ordered in this shop, with their history here; it counts as a lookup */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "buyerId": "buyer-7021",
                     *       "username": "Mallory",
                     *       "avatarUrl": "https://cdn.example/m.png",
                     *       "linkedAccounts": 2,
                     *       "links": [
                     *         {
                     *           "evidence": "device",
                     *           "accounts": 2
                     *         },
                     *         {
                     *           "evidence": "payment_instrument",
                     *           "accounts": 1
                     *         }
                     *       ],
                     *       "strength": "strong",
                     *       "openOrders": 1,
                     *       "isBlocked": false,
                     *       "isExempt": false,
                     *       "history": {
                     *         "orders": 6,
                     *         "cancellations": 4,
                     *         "refunds": 1,
                     *         "alerts": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BuyerOfShop"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `buyer_not_found`: No such buyer among those who ordered in this shop */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why orders of this buyer are stopped, or are not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "buyerId": "buyer-7021",
                     *       "gate": {
                     *         "decision": "allow",
                     *         "reason": "not_blocked"
                     *       },
                     *       "blocks": [
                     *         {
                     *           "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *           "reason": "malicious_refund",
                     *           "scope": "linked_user_ids",
                     *           "duration": "90_days",
                     *           "createdAt": "2026-11-22T09:30:00.000Z",
                     *           "createdBy": "ada",
                     *           "expiresAt": "2027-02-20T09:30:00.000Z",
                     *           "revision": 3,
                     *           "state": "ended",
                     *           "username": "Mallory",
                     *           "note": "Third empty box this month.",
                     *           "endedAt": "2026-11-24T16:05:00.000Z",
                     *           "endedBecause": "removed",
                     *           "endedBy": "ben",
                     *           "restorableUntil": "2026-11-24T16:20:00.000Z"
                     *         }
                     *       ],
                     *       "stops": [
                     *         {
                     *           "at": "2026-11-23T18:12:00.000Z",
                     *           "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G"
                     *         }
                     *       ],
                     *       "aboutLinks": "This tells of blocks of this very buyer. For every buyer, it leaves out blocks of other accounts that may reach them through links, and the orders that those stopped."
                     *     }
                     */
                    "application/json": components["schemas"]["Standing"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `buyer_not_found`: No such buyer among those who ordered in this shop */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDashboard: {
        parameters: {
            query?: {
                /** @description How many calendar days, today among them. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for the seller, what was intercepted on the shop's last days, and use of quotas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Europe/Berlin",
                     *       "from": "2026-11-21",
                     *       "to": "2026-11-22",
                     *       "openAlerts": {
                     *         "security_alert_order": 2,
                     *         "risk_refund": 1
                     *       },
                     *       "actionRequested": {
                     *         "security_alert_order": 1,
                     *         "risk_refund": 0
                     *       },
                     *       "nextDeadline": "2026-11-23T16:00:00.000Z",
                     *       "days": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "fraudIntercepted": {
                     *             "total": 0,
                     *             "byCategory": {}
                     *           },
                     *           "ordersStopped": {
                     *             "total": 0,
                     *             "byReason": {}
                     *           },
                     *           "protectedAmounts": [],
                     *           "prevented": {
                     *             "orders": 0,
                     *             "amounts": []
                     *           }
                     *         },
                     *         {
                     *           "date": "2026-11-22",
                     *           "fraudIntercepted": {
                     *             "total": 1,
                     *             "byCategory": {
                     *               "stolen_card": 1
                     *             }
                     *           },
                     *           "ordersStopped": {
                     *             "total": 2,
                     *             "byReason": {
                     *               "malicious_refund": 2
                     *             }
                     *           },
                     *           "protectedAmounts": [
                     *             {
                     *               "value": "129.80",
                     *               "currency": "EUR"
                     *             }
                     *           ],
                     *           "prevented": {
                     *             "orders": 2,
                     *             "amounts": [
                     *               {
                     *                 "value": "84.50",
                     *                 "currency": "EUR"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "totals": {
                     *         "fraudIntercepted": {
                     *           "total": 1,
                     *           "byCategory": {
                     *             "stolen_card": 1
                     *           }
                     *         },
                     *         "ordersStopped": {
                     *           "total": 2,
                     *           "byReason": {
                     *             "malicious_refund": 2
                     *           }
                     *         },
                     *         "protectedAmounts": [
                     *           {
                     *             "value": "129.80",
                     *             "currency": "EUR"
                     *           }
                     *         ],
                     *         "prevented": {
                     *           "orders": 2,
                     *           "amounts": [
                     *             {
                     *               "value": "84.50",
                     *               "currency": "EUR"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "waivers": {
                     *         "pending": 1,
                     *         "granted": 4,
                     *         "void": 0
                     *       },
                     *       "blocks": {
                     *         "used": 12,
                     *         "limit": 100
                     *       },
                     *       "newBlocksToday": {
                     *         "used": 3,
                     *         "limit": 10,
                     *         "resetsAt": "2026-11-22T23:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExemptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exempt list, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "exemptionId": "01KB0A2M8Q4T6V9B1C3D5E7F9G",
                     *           "buyerId": "buyer-7022",
                     *           "username": "Trent",
                     *           "avatarUrl": "https://cdn.example/t.png",
                     *           "note": "Mallory's brother; pays and keeps what he orders.",
                     *           "createdAt": "2026-11-22T09:30:00.000Z",
                     *           "createdBy": "ada",
                     *           "revision": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExemptionPage"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exemptBuyer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "buyerId": "buyer-7022",
                 *       "username": "Trent",
                 *       "note": "Mallory's brother; pays and keeps what he orders."
                 *     }
                 */
                "application/json": components["schemas"]["NewExemption"];
            };
        };
        responses: {
            /** @description Exempt a buyer who ordered in this shop from blocks through links */
            201: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    /** @description Path of the exemption. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exemptionId": "01KB0A2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7022",
                     *       "username": "Trent",
                     *       "avatarUrl": "https://cdn.example/t.png",
                     *       "note": "Mallory's brother; pays and keeps what he orders.",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Exemption"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `buyer_not_found`: No such buyer among those who ordered in this shop */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `username_mismatch`: The buyer does not bear this username; `already_blocked`: The buyer is already blocked; `already_exempt`: The buyer is already exempt; `exempt_list_full`: The exempt list is full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exemption of a buyer */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exemptionId": "01KB0A2M8Q4T6V9B1C3D5E7F9G",
                     *       "buyerId": "buyer-7022",
                     *       "username": "Trent",
                     *       "avatarUrl": "https://cdn.example/t.png",
                     *       "note": "Mallory's brother; pays and keeps what he orders.",
                     *       "createdAt": "2026-11-22T09:30:00.000Z",
                     *       "createdBy": "ada",
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Exemption"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeExemption: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End an exemption: blocks through links count for this buyer again at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFairness: {
        parameters: {
            query?: {
                /** @description UTC dates, today the last: as the report counts. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the marketplace's report says of the shop's blocking, and what customer support made of its blocks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-10-25",
                     *       "to": "2026-11-23",
                     *       "blocks": 40,
                     *       "suspicious": 6,
                     *       "afterRefund": 4,
                     *       "unconfirmedReview": 3,
                     *       "share": 0.15,
                     *       "lifted": 2,
                     *       "upheld": 5
                     *     }
                     */
                    "application/json": components["schemas"]["Fairness"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLiveTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ticket for one WebSocket connection, valid for 30 seconds */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": "kq3vJ0bT2mXy8sWfZr5nLd1cUe7hGa4oPi6tYxNsQvE",
                     *       "url": "wss://abc.execute-api.eu-west-1.amazonaws.com/live",
                     *       "expiresAt": "2026-11-22T09:30:30.000Z",
                     *       "connectionEndsAt": "2026-11-22T10:30:00.000Z",
                     *       "cursor": "4711"
                     *     }
                     */
                    "application/json": components["schemas"]["LiveTicket"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may act for the shop, and as what */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 3,
                     *       "members": [
                     *         {
                     *           "subject": "ada",
                     *           "role": "owner"
                     *         },
                     *         {
                     *           "subject": "bob",
                     *           "role": "viewer"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ShopMembers"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMembers: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "members": [
                 *         {
                 *           "subject": "bob",
                 *           "role": "viewer"
                 *         },
                 *         {
                 *           "subject": "eve",
                 *           "role": "agent"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MembersChange"];
            };
        };
        responses: {
            /** @description Say who the agents and viewers of the shop are */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 4,
                     *       "members": [
                     *         {
                     *           "subject": "ada",
                     *           "role": "owner"
                     *         },
                     *         {
                     *           "subject": "bob",
                     *           "role": "viewer"
                     *         },
                     *         {
                     *           "subject": "eve",
                     *           "role": "agent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ShopMembers"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the shop gets messages about, and when */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 1,
                     *       "alerts": {
                     *         "security_alert_order": {
                     *           "low": "digest",
                     *           "medium": "digest",
                     *           "high": "at_once"
                     *         },
                     *         "risk_refund": {
                     *           "low": "digest",
                     *           "medium": "digest",
                     *           "high": "digest"
                     *         },
                     *         "fraud_outcome": {
                     *           "low": "off",
                     *           "medium": "off",
                     *           "high": "off"
                     *         }
                     *       },
                     *       "expiringBlocks": "digest",
                     *       "quietHours": {
                     *         "from": "22:00",
                     *         "to": "07:30"
                     *       },
                     *       "timeZone": "Africa/Cairo",
                     *       "channel": "email"
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                /** @description `*`, or ETags of states in which the change is meant to happen. In another state it is refused. */
                "If-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "alerts": {
                 *         "security_alert_order": {
                 *           "low": "digest",
                 *           "medium": "digest",
                 *           "high": "at_once"
                 *         },
                 *         "risk_refund": {
                 *           "low": "digest",
                 *           "medium": "digest",
                 *           "high": "digest"
                 *         },
                 *         "fraud_outcome": {
                 *           "low": "off",
                 *           "medium": "off",
                 *           "high": "off"
                 *         }
                 *       },
                 *       "expiringBlocks": "digest",
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:30"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NotificationSettingsChange"];
            };
        };
        responses: {
            /** @description Set what the shop gets messages about, and when */
            200: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 1,
                     *       "alerts": {
                     *         "security_alert_order": {
                     *           "low": "digest",
                     *           "medium": "digest",
                     *           "high": "at_once"
                     *         },
                     *         "risk_refund": {
                     *           "low": "digest",
                     *           "medium": "digest",
                     *           "high": "digest"
                     *         },
                     *         "fraud_outcome": {
                     *           "low": "off",
                     *           "medium": "off",
                     *           "high": "off"
                     *         }
                     *       },
                     *       "expiringBlocks": "digest",
                     *       "quietHours": {
                     *         "from": "22:00",
                     *         "to": "07:30"
                     *       },
                     *       "timeZone": "Africa/Cairo",
                     *       "channel": "email"
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large; refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests; refused by API Gateway */
            429: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOrderRisk: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                orderId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The risk tag for an order's page; an order without one is not tagged */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": {
                     *         "type": "order",
                     *         "id": "order-88"
                     *       },
                     *       "tagged": true,
                     *       "alert": {
                     *         "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *         "kind": "security_alert_order",
                     *         "status": "open",
                     *         "revision": 1,
                     *         "severity": "high",
                     *         "subject": {
                     *           "type": "order",
                     *           "id": "order-88"
                     *         },
                     *         "orderId": "order-88",
                     *         "buyer": {
                     *           "buyerId": "buyer-7021",
                     *           "username": "Mallory",
                     *           "avatarUrl": "https://cdn.example/m.png"
                     *         },
                     *         "isBlocked": false,
                     *         "reasons": [
                     *           {
                     *             "code": "high_cancellation_rate",
                     *             "text": "The buyer cancels unusually many orders."
                     *           }
                     *         ],
                     *         "riskScore": 91,
                     *         "amount": {
                     *           "value": "49.90",
                     *           "currency": "EUR"
                     *         },
                     *         "respondBy": "2026-11-24T09:30:00.000Z",
                     *         "flaggedAt": "2026-11-22T09:29:58.120Z",
                     *         "raisedAt": "2026-11-22T09:29:59.004Z",
                     *         "changedAt": "2026-11-22T09:29:59.004Z",
                     *         "history": {
                     *           "orders": 6,
                     *           "cancellations": 4,
                     *           "refunds": 1,
                     *           "earlierAlerts": 1,
                     *           "linkedAccounts": 2,
                     *           "linkedAlerts": 0
                     *         },
                     *         "actions": [
                     *           "cancel_order",
                     *           "dismiss",
                     *           "block_buyer"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RiskTag"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRefundRisk: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                refundId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The risk tag for a refund's page; a refund without one is not tagged */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": {
                     *         "type": "refund",
                     *         "id": "refund-5"
                     *       },
                     *       "tagged": false
                     *     }
                     */
                    "application/json": components["schemas"]["RiskTag"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaivers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: components["schemas"]["WaiverStatus"];
                subjectType?: "order" | "refund";
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Waivers, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subjectType": "order",
                     *           "subjectId": "order-88",
                     *           "status": "granted",
                     *           "tag": {
                     *             "kind": "security_alert_order",
                     *             "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *             "reasons": [
                     *               {
                     *                 "code": "high_cancellation_rate",
                     *                 "text": "The buyer cancels unusually many orders."
                     *               }
                     *             ],
                     *             "riskScore": 91,
                     *             "flaggedAt": "2026-11-22T09:29:58.120Z"
                     *           },
                     *           "createdAt": "2026-11-22T10:02:11.500Z",
                     *           "requestedAt": "2026-11-22T10:02:11.500Z",
                     *           "requestedBy": "ada",
                     *           "termsVersion": "2026-10",
                     *           "steps": [
                     *             {
                     *               "status": "pending",
                     *               "at": "2026-11-22T10:02:11.500Z",
                     *               "by": "ada"
                     *             },
                     *             {
                     *               "status": "granted",
                     *               "at": "2026-11-22T10:03:40.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WaiverPage"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                subjectId: components["schemas"]["Id"];
                subjectType: "order" | "refund";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed receipt of a granted waiver */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example eyJhbGciOiJFUzI1NiIsImtpZCI6IjZmMWMyYTllLTRiN2QtNGU1My05YTYxLTBkOGYzYjVjN2UyMSIsInR5cCI6IndhaXZlci1yZWNlaXB0K2p3cyJ9.eyJ2ZXJzaW9uIjoxLCJpc3N1ZXIiOiJzc2MtcHJvZCIsImlzc3VlZEF0IjoiMjAyNi0xMS0yMlQxMTowMDowMC4wMDBaIiwic2hvcElkIjoic2hvcC0xIiwic3ViamVjdFR5cGUiOiJvcmRlciIsInN1YmplY3RJZCI6Im9yZGVyLTg4Iiwic3RhdHVzIjoiZ3JhbnRlZCIsInRhZyI6eyJraW5kIjoic2VjdXJpdHlfYWxlcnRfb3JkZXIiLCJhbGVydElkIjoiMDFLQVdaM045UjVUN1YwQjJDNEQ2RThGMEciLCJyZWFzb25zIjpbeyJjb2RlIjoiaGlnaF9jYW5jZWxsYXRpb25fcmF0ZSIsInRleHQiOiJUaGUgYnV5ZXIgY2FuY2VscyB1bnVzdWFsbHkgbWFueSBvcmRlcnMuIn1dLCJyaXNrU2NvcmUiOjkxLCJmbGFnZ2VkQXQiOiIyMDI2LTExLTIyVDA5OjI5OjU4LjEyMFoifSwidGVybXNWZXJzaW9uIjoiMjAyNi0xMCIsImNyZWF0ZWRBdCI6IjIwMjYtMTEtMjJUMTA6MDI6MTEuNTAwWiIsInJlcXVlc3RlZEF0IjoiMjAyNi0xMS0yMlQxMDowMjoxMS41MDBaIiwicmVxdWVzdGVkQnkiOiJhZGEiLCJncmFudGVkQXQiOiIyMDI2LTExLTIyVDEwOjAzOjQwLjAwMFoiLCJzdGVwcyI6W3sic3RhdHVzIjoicGVuZGluZyIsImF0IjoiMjAyNi0xMS0yMlQxMDowMjoxMS41MDBaIiwiYnkiOiJhZGEifSx7InN0YXR1cyI6ImdyYW50ZWQiLCJhdCI6IjIwMjYtMTEtMjJUMTA6MDM6NDAuMDAwWiJ9XX0.M4RLs5LZ-vN_f6CITxxnJiz8zFrhfT-lCS3vmVcR-9kJsPfwvEpnhxR-ExIFIp3bEZ5y_0F1Nj95cgpDdvzW4A */
                    "application/jose": components["schemas"]["WaiverReceipt"];
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWaivers: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Waivers as CSV, newest first */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "Content-Disposition": string;
                    /** @description With `rel="next"`, the path of the rest. Without it there is no more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example subjectType,subjectId,status,statusSince,createdAt,requestedAt,requestedBy,kind,alertId,reasons,riskScore,flaggedAt,buyerId,username
                     *     order,'5760000000000000088,granted,2026-11-22T10:03:40.000Z,2026-11-22T10:02:11.500Z,2026-11-22T10:02:11.500Z,'ada,security_alert_order,'01KAWZ3N9R5T7V0B2C4D6E8F0G,'The buyer cancels unusually many orders.,'91,2026-11-22T09:29:58.120Z,'7311111111111111111,'Mallory
                     */
                    "text/csv": string;
                };
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid access token is needed; refused by API Gateway */
            401: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed; `access_not_active`: Access to Seller Security Center is not active; refused by API Gateway */
            403: {
                headers: {
                    /** @description What is wrong with the token; only when API Gateway refused it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWaiverKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description `*`, or ETags of states that the caller has. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public keys that receipts are verified with, as a JSON Web Key Set */
            200: {
                headers: {
                    /** @description For how long it may be kept. */
                    "Cache-Control": string;
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "EC",
                     *           "crv": "P-256",
                     *           "x": "ggkyPGUnRyHlIJQE1JYG9SS-8NM0rGuYnnLAB5wi6S4",
                     *           "y": "4aIAV5di_HB6vZRVtbVTYXlkf5K61qSKKLzm4PorsOQ",
                     *           "kid": "6f1c2a9e-4b7d-4e53-9a61-0d8f3b5c7e21",
                     *           "alg": "ES256",
                     *           "use": "sig"
                     *         },
                     *         {
                     *           "kty": "EC",
                     *           "crv": "P-256",
                     *           "x": "P_YgHukKkl6ZF6j2v7s-ZU_lfeCecxSOAqumMfFOtpo",
                     *           "y": "HHL0Uf_7L2T83mRfevDWMln419Jgeoepcbif7jDhGcY",
                     *           "kid": "0b9e7d52-8c34-4f16-b2a7-5e1d9c6f4a08",
                     *           "alg": "ES256",
                     *           "use": "sig"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WaiverKeys"];
                };
            };
            /** @description As `If-None-Match` names it: nothing has changed */
            304: {
                headers: {
                    /** @description State of what is shown, opaque: for `If-Match` and `If-None-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid; refused by API Gateway */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused by API Gateway */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description refused by API Gateway */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                };
            };
            /** @description `internal`: Something went wrong; refused by API Gateway */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Try again shortly; refused by API Gateway */
            503: {
                headers: {
                    /** @description Whole seconds until the same request can succeed; API Gateway does not say it. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
