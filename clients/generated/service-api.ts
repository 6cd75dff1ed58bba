// Made by `npm run docs` from the contracts of the service API. Not to be edited.

export interface paths {
    "/v1/admin/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints of shops whose access has ended, by state, the oldest first
         * @description Without a `state` those that are open. One whose shop was given access otherwise stays open until it is decided: `access` says how things stand. Decided ones are kept for 396 days.
         */
        get: operations["listComplaints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/complaints/{complaintId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a complaint: upheld gives the access back
         * @description With `upheld`, the access is given back in the same write, as it was; where the shop has been given it otherwise, nothing of it changes. Repeated with the same outcome and text, it is answered again. `complaint_not_possible`: it was decided otherwise; or the outcome contradicts what the access has become, so that a complaint of a shop with access can only be upheld, and one about an earlier end only be rejected.
         */
        post: operations["decideComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/reports/retaliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shops whose blocking looks retaliatory, the largest share first: where to look, never a proof
         * @description Counts by UTC date. It says where to look; it proves nothing.
         */
        get: operations["reportRetaliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All shops that ever had access
         * @description In the order of their IDs, ended ones too.
         */
        get: operations["listShops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/shops/{shopId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A shop's access, as ops set it
         * @description A shop that never had access answers 200, with `not_invited` and revision 0.
         */
        get: operations["showAccess"];
        /**
         * Grant or end a shop's access, or set its zone and quotas
         * @description Repeatable: the same request twice changes nothing the second time. Ending access makes the gate allow every buyer of the shop from the answer on; the blocks stay, and count again with the next grant. The shop is told `reasonCode` and `text`, never `reason`.
         */
        put: operations["changeAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/shops/{shopId}/access/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell a shop once more that its access was granted, or has ended
         * @description For an invitation that was lost. It changes nothing of the access. Repeated with the same `noticeId`, the shop is told once. `not_found` where the shop never had access, or has no `notify`.
         */
        put: operations["sendAccessNotice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May these buyers place new orders in these shops?
         * @description One check for each shop of a checkout. Answers in the order asked, within its deadline; if the store cannot say in time, `degraded` is true and the failure contract decides. Show the buyer `buyerMessage` and nothing else. Only `place_order` is ever denied.
         */
        post: operations["decideChecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/v1/performance/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the cancellation of an order, or the rejection of a refund, is waived
         * @description For the performance service, before it counts a cancellation or rejection against a shop. `pending` can still become either: ask again.
         */
        get: operations["checkWaiver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/support/buyers/{buyerId}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live blocks that cover a buyer, by shop; a page can be short and have a next one
         * @description The buyer's own blocks and, without naming them, those of linked accounts.
         */
        get: operations["listCoveringBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/support/shops/{shopId}/blocks/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lift a block that covers a buyer, whatever the access of the shop: they can order again at once
         * @description Fields come in the JSON body or as query parameters, since proxies may drop the body of a `DELETE`; none of them in both. `agent` and `reason` are needed, and shown to the shop. A block that covers the buyer as a linked account is lifted by its `blockId`.
         */
        delete: operations["liftBlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/support/shops/{shopId}/blocks/{buyerId}/uphold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that customer support looked at a block that covers a buyer, and keeps it
         * @description Changes nothing of the block: the shop sees in its activity that support looked at it and keeps it, and it is counted once in what the shop sees of itself, however often this is asked. A block that covers the buyer as a linked account is named by its `blockId`.
         */
        post: operations["upholdBlock"];
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
        /** @description Quotas, members and notification stay as they are where the change is silent; so does what an access that has ended already says of its end. `reasonCode` and `text` go only with `terminated`. */
        AccessChange: {
            members?: {
                role: components["schemas"]["Role"];
                subject: string;
            }[];
            notify?: {
                address?: string;
                /** @enum {string} */
                channel: "email" | "seller_center_message";
            };
            quotas?: {
                blocks?: number;
                newBlocksPerDay?: number;
            };
            /** @description For ops alone: the shop is not told. */
            reason?: string;
            /** @description Why the access ends, as the shop is told. `other` without it. */
            reasonCode?: components["schemas"]["AccessEndReason"];
            /** @enum {string} */
            state: "active" | "terminated";
            /** @description What the shop is told beside that. Free text, which may span lines; it may name no buyer. */
            text?: string;
            /** @example Africa/Cairo */
            timeZone: string;
        };
        /** @enum {string} */
        AccessEndReason: "misuse" | "inactivity" | "policy" | "other";
        /** @description What the shop is about to be told, and how. */
        AccessNotice: {
            /** @enum {string} */
            channel: "email" | "seller_center_message";
            noticeId: components["schemas"]["Id"];
            shopId: components["schemas"]["Id"];
            since: components["schemas"]["Timestamp"];
            state: components["schemas"]["AccessState"];
        };
        /** @enum {string} */
        AccessState: "not_invited" | "active" | "terminated";
        AdminAccess: {
            members: {
                role: components["schemas"]["Role"];
                subject: string;
            }[];
            /** @description A changed zone, and the later of the two midnights from which it counts. */
            nextTimeZone?: {
                from: components["schemas"]["Timestamp"];
                timeZone: string;
            };
            notify?: {
                address?: string;
                /** @enum {string} */
                channel: "email" | "seller_center_message";
            };
            quotas: {
                blocks: number;
                newBlocksPerDay: number;
            };
            /** @description For ops alone: no shop is told. */
            reason?: string;
            /** @description Why the access has ended: only while it is terminated. `other` where nobody said why. */
            reasonCode?: components["schemas"]["AccessEndReason"];
            /** @description Grows with each change; 0 while the shop never had access. */
            revision: number;
            shopId: components["schemas"]["Id"];
            since?: components["schemas"]["Timestamp"];
            state: components["schemas"]["AccessState"];
            /** @description What the marketplace says to the shop about the end. Free text, which may span lines. */
            text?: string;
            timeZone?: string;
        };
        AdminAccessPage: {
            items: components["schemas"]["AdminAccess"][];
            nextCursor?: string;
        };
        AdminComplaint: {
            /** @description The shop's access as it is now, with what ops and the shop were told when it was set. */
            access: {
                reason?: string;
                /** @description Why the access has ended: only while it is terminated. `other` where nobody said why. */
                reasonCode?: components["schemas"]["AccessEndReason"];
                since: components["schemas"]["Timestamp"];
                state: components["schemas"]["AccessState"];
                /** @description What the marketplace says to the shop about the end. Free text, which may span lines. */
                text?: string;
            };
            /** @description What the marketplace says to the shop. Free text, which may span lines. */
            answer?: string;
            complaintId: components["schemas"]["Id"];
            /** @description Absent while it is open. */
            decidedAt?: components["schemas"]["Timestamp"];
            /** @description When the access ended that the complaint is about. */
            endedAt: components["schemas"]["Timestamp"];
            filedAt: components["schemas"]["Timestamp"];
            shopId: components["schemas"]["Id"];
            state: components["schemas"]["ComplaintState"];
            /** @description The seller's. Free text, which may span lines. */
            text: string;
        };
        AdminComplaintPage: {
            items: components["schemas"]["AdminComplaint"][];
            nextCursor?: string;
        };
        /** @description As the risk systems code it, and in plain words. */
        AlertReason: {
            code: string;
            text: string;
        };
        /** @enum {string} */
        BlockDuration: "90_days" | "permanent";
        /** @description What the query does not say. */
        BlockLift: {
            /** @description Who lifts it, as the activity of the shop shows; not the ID of a linked account. */
            agent?: components["schemas"]["Id"];
            /** @description The very block, as the list shows it. Needed for one that covers the buyer as a linked account: it ends for all accounts that it covers. */
            blockId?: components["schemas"]["Id"];
            /** @description Free text, which may span lines. Shown to the shop in its activity, so it may not hold the ID of an account that is linked to the blocked one. Forgotten when the buyer is erased. */
            reason?: string;
        };
        /** @enum {string} */
        BlockReason: "malicious_refund" | "abusive_review" | "order_abuse" | "harassment" | "suspected_fraud" | "reseller_abuse" | "other";
        /** @enum {string} */
        BlockScope: "user_id_only" | "linked_user_ids";
        BlockUpholding: {
            /** @description Who looked at it, as the activity of the shop shows; not the ID of a linked account. */
            agent: components["schemas"]["Id"];
            /** @description The very block, as the list shows it. Needed for one that covers the buyer as a linked account. */
            blockId?: components["schemas"]["Id"];
        };
        ComplaintDecision: {
            outcome: components["schemas"]["ComplaintOutcome"];
            /** @description What the shop is told. Free text, which may span lines; it may name no buyer. */
            text: string;
        };
        /** @enum {string} */
        ComplaintOutcome: "upheld" | "rejected";
        /** @enum {string} */
        ComplaintState: "open" | "upheld" | "rejected";
        CoveringBlock: {
            blockId: components["schemas"]["Id"];
            createdAt: components["schemas"]["Timestamp"];
            duration: components["schemas"]["BlockDuration"];
            /** @description Absent while the block is permanent. */
            expiresAt?: components["schemas"]["Timestamp"];
            /** @description Whether the gate denies for it. False while the shop's access is not active, and for the moment that it takes to guard a linked account. */
            inEffect: boolean;
            /** @description The seller's, for support alone: never to be told to a buyer. Only of an own block. */
            note?: string;
            reason: components["schemas"]["BlockReason"];
            scope: components["schemas"]["BlockScope"];
            shopId: components["schemas"]["Id"];
            /**
             * @description `own`: the shop blocked this buyer. `linked`: it blocked another account, which the marketplace holds to be the same person, and which is not named.
             * @enum {string}
             */
            via: "own" | "linked";
        };
        CoveringBlockPage: {
            items: components["schemas"]["CoveringBlock"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        GateAction: "place_order" | "message" | "request_after_sales";
        GateDecision: {
            action: components["schemas"]["GateAction"];
            buyerId: components["schemas"]["Id"];
            /** @description What the buyer may be shown when denied. */
            buyerMessage?: string;
            decidedAt: components["schemas"]["Timestamp"];
            /** @enum {string} */
            decision: "allow" | "deny";
            /** @description True when the store could not say in time. */
            degraded: boolean;
            /** @description For the caller alone; never to be shown to a buyer. */
            matched?: {
                blockId: string;
                /** @enum {string} */
                scope: "user_id_only" | "linked_user_ids";
            };
            /** @enum {string} */
            reason: "not_blocked" | "action_not_gated" | "marker_unreadable" | "blocked" | "block_unconfirmed";
            shopId: components["schemas"]["Id"];
        };
        GateReply: {
            decisions: components["schemas"]["GateDecision"][];
        };
        GateRequest: {
            /** @description A stopped order counts once per shop, buyer and checkout; without one, once an hour. */
            checkoutId?: components["schemas"]["Id"];
            checks: {
                /** @default place_order */
                action?: components["schemas"]["GateAction"];
                amount?: components["schemas"]["OrderAmount"];
                buyerId: components["schemas"]["Id"];
                shopId: components["schemas"]["Id"];
            }[];
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
        /** @description What the order would be worth. It decides nothing: what a block prevents is counted with it. Of checks that count as one order, the first amount counts. */
        OrderAmount: {
            currency: string;
            value: string;
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
        Retaliation: {
            afterRefund: number;
            /** @description All that the shop made on these days, removed ones included. */
            blocks: number;
            /** @description `suspicious` of `blocks`, 0 to 1. */
            share: number;
            shopId: components["schemas"]["Id"];
            /** @description Those among them that look retaliatory, each counted once. */
            suspicious: number;
            unconfirmedReview: number;
        };
        RetaliationReport: {
            /** Format: date */
            from: string;
            /** @description A block looks retaliatory when the marketplace had granted this buyer a return or refund in the shop in the 14 days before, and neither flagged any order or refund of theirs there nor confirmed a fraud (`afterRefund`); or when its reason is `abusive_review` and the marketplace had confirmed no abusive review of this buyer there (`unconfirmedReview`). What the marketplace had said by the time of the block decides. The shop may have had reasons that are not known here. */
            items: components["schemas"]["Retaliation"][];
            nextCursor?: string;
            /** Format: date */
            to: string;
        };
        /** @enum {string} */
        Role: "owner" | "agent" | "viewer";
        /**
         * Format: date-time
         * @description RFC 3339, UTC, milliseconds.
         * @example 2026-11-22T09:30:00.000Z
         */
        Timestamp: string;
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
        WaiverCheck: {
            shopId: components["schemas"]["Id"];
            /**
             * @description `pending`: the order or refund service has yet to confirm that it did what the seller asked for.
             * @enum {string}
             */
            status: "none" | "pending" | "granted" | "void";
            subjectId: components["schemas"]["Id"];
            /** @enum {string} */
            subjectType: "order" | "refund";
            /** @description Exactly while the status is `granted`. */
            waived: boolean;
            waiver?: components["schemas"]["Waiver"];
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
    listComplaints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["ComplaintState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Complaints of shops whose access has ended, by state, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "complaintId": "01KAQB213T5V7W9X1Z3B5D7FA0",
                     *           "state": "open",
                     *           "text": "We blocked these buyers after three refunds that the marketplace itself found malicious. Please look again.",
                     *           "filedAt": "2026-11-22T09:15:00.000Z",
                     *           "shopId": "shop-2",
                     *           "endedAt": "2026-11-20T08:00:00.000Z",
                     *           "access": {
                     *             "state": "terminated",
                     *             "since": "2026-11-20T08:00:00.000Z",
                     *             "reasonCode": "misuse",
                     *             "text": "Please read section 4 of the shop policy.",
                     *             "reason": "Case 4711."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminComplaintPage"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    decideComplaint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                complaintId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "upheld",
                 *       "text": "You are right, and we are sorry. Your access is back."
                 *     }
                 */
                "application/json": components["schemas"]["ComplaintDecision"];
            };
        };
        responses: {
            /** @description Decide a complaint: upheld gives the access back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "complaintId": "01KAQB213T5V7W9X1Z3B5D7FA0",
                     *       "state": "upheld",
                     *       "text": "We blocked these buyers after three refunds that the marketplace itself found malicious. Please look again.",
                     *       "filedAt": "2026-11-22T09:15:00.000Z",
                     *       "decidedAt": "2026-11-23T10:00:00.000Z",
                     *       "answer": "You are right, and we are sorry. Your access is back.",
                     *       "shopId": "shop-2",
                     *       "endedAt": "2026-11-20T08:00:00.000Z",
                     *       "access": {
                     *         "state": "active",
                     *         "since": "2026-11-23T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminComplaint"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    reportRetaliation: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description UTC dates, today the last. */
                days?: number;
                limit?: number;
                /** @description Leaves out shops with fewer blocks, whose shares say little. */
                minBlocks?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shops whose blocking looks retaliatory, the largest share first: where to look, never a proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-10-24",
                     *       "to": "2026-11-22",
                     *       "items": [
                     *         {
                     *           "shopId": "shop-9",
                     *           "blocks": 10,
                     *           "suspicious": 4,
                     *           "afterRefund": 3,
                     *           "unconfirmedReview": 1,
                     *           "share": 0.4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RetaliationReport"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    listShops: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All shops that ever had access */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "shopId": "shop-1",
                     *           "state": "active",
                     *           "revision": 3,
                     *           "since": "2026-10-01T08:00:00.000Z",
                     *           "timeZone": "Europe/Berlin",
                     *           "quotas": {
                     *             "blocks": 100,
                     *             "newBlocksPerDay": 10
                     *           },
                     *           "members": [
                     *             {
                     *               "subject": "ada",
                     *               "role": "owner"
                     *             },
                     *             {
                     *               "subject": "bob",
                     *               "role": "viewer"
                     *             }
                     *           ],
                     *           "notify": {
                     *             "channel": "email",
                     *             "address": "security@shop-1.example"
                     *           },
                     *           "reason": "Pilot group."
                     *         },
                     *         {
                     *           "shopId": "shop-2",
                     *           "state": "terminated",
                     *           "revision": 5,
                     *           "since": "2026-11-20T08:00:00.000Z",
                     *           "reasonCode": "policy",
                     *           "text": "Please read section 4 of the shop policy.",
                     *           "timeZone": "Asia/Jakarta",
                     *           "quotas": {
                     *             "blocks": 100,
                     *             "newBlocksPerDay": 10
                     *           },
                     *           "members": [],
                     *           "reason": "Case 4711."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminAccessPage"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    showAccess: {
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
            /** @description A shop's access, as ops set it */
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
                     *       "quotas": {
                     *         "blocks": 100,
                     *         "newBlocksPerDay": 10
                     *       },
                     *       "members": [
                     *         {
                     *           "subject": "ada",
                     *           "role": "owner"
                     *         },
                     *         {
                     *           "subject": "bob",
                     *           "role": "viewer"
                     *         }
                     *       ],
                     *       "notify": {
                     *         "channel": "email",
                     *         "address": "security@shop-1.example"
                     *       },
                     *       "reason": "Pilot group."
                     *     }
                     */
                    "application/json": components["schemas"]["AdminAccess"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    changeAccess: {
        parameters: {
            query?: never;
            header?: {
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
                 *       "state": "active",
                 *       "timeZone": "Europe/Berlin",
                 *       "quotas": {
                 *         "blocks": 100,
                 *         "newBlocksPerDay": 10
                 *       },
                 *       "members": [
                 *         {
                 *           "subject": "ada",
                 *           "role": "owner"
                 *         },
                 *         {
                 *           "subject": "bob",
                 *           "role": "viewer"
                 *         }
                 *       ],
                 *       "notify": {
                 *         "channel": "email",
                 *         "address": "security@shop-1.example"
                 *       },
                 *       "reason": "Pilot group."
                 *     }
                 */
                "application/json": components["schemas"]["AccessChange"];
            };
        };
        responses: {
            /** @description Grant or end a shop's access, or set its zone and quotas */
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
                     *       "quotas": {
                     *         "blocks": 100,
                     *         "newBlocksPerDay": 10
                     *       },
                     *       "members": [
                     *         {
                     *           "subject": "ada",
                     *           "role": "owner"
                     *         },
                     *         {
                     *           "subject": "bob",
                     *           "role": "viewer"
                     *         }
                     *       ],
                     *       "notify": {
                     *         "channel": "email",
                     *         "address": "security@shop-1.example"
                     *       },
                     *       "reason": "Pilot group."
                     *     }
                     */
                    "application/json": components["schemas"]["AdminAccess"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    sendAccessNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The caller's own, new for each notice. */
                noticeId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell a shop once more that its access was granted, or has ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shopId": "shop-1",
                     *       "noticeId": "notice-7",
                     *       "state": "active",
                     *       "since": "2026-10-01T08:00:00.000Z",
                     *       "channel": "email"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessNotice"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    decideChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "checkoutId": "checkout-301",
                 *       "checks": [
                 *         {
                 *           "shopId": "shop-1",
                 *           "buyerId": "buyer-7021",
                 *           "action": "place_order",
                 *           "amount": {
                 *             "value": "42.25",
                 *             "currency": "EUR"
                 *           }
                 *         },
                 *         {
                 *           "shopId": "shop-2",
                 *           "buyerId": "buyer-7021",
                 *           "action": "place_order"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GateRequest"];
            };
        };
        responses: {
            /** @description May these buyers place new orders in these shops? */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisions": [
                     *         {
                     *           "shopId": "shop-1",
                     *           "buyerId": "buyer-7021",
                     *           "action": "place_order",
                     *           "decision": "deny",
                     *           "reason": "blocked",
                     *           "matched": {
                     *             "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *             "scope": "linked_user_ids"
                     *           },
                     *           "degraded": false,
                     *           "buyerMessage": "This order cannot be placed right now. Please contact customer support.",
                     *           "decidedAt": "2026-11-22T09:31:00.000Z"
                     *         },
                     *         {
                     *           "shopId": "shop-2",
                     *           "buyerId": "buyer-7021",
                     *           "action": "place_order",
                     *           "decision": "allow",
                     *           "reason": "not_blocked",
                     *           "degraded": false,
                     *           "decidedAt": "2026-11-22T09:31:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GateReply"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    checkWaiver: {
        parameters: {
            query: {
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                subjectId: components["schemas"]["Id"];
                subjectType: "order" | "refund";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the cancellation of an order, or the rejection of a refund, is waived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shopId": "shop-1",
                     *       "subjectType": "order",
                     *       "subjectId": "order-88",
                     *       "waived": true,
                     *       "status": "granted",
                     *       "waiver": {
                     *         "subjectType": "order",
                     *         "subjectId": "order-88",
                     *         "status": "granted",
                     *         "tag": {
                     *           "kind": "security_alert_order",
                     *           "alertId": "01KAWZ3N9R5T7V0B2C4D6E8F0G",
                     *           "reasons": [
                     *             {
                     *               "code": "high_cancellation_rate",
                     *               "text": "The buyer cancels unusually many orders."
                     *             }
                     *           ],
                     *           "riskScore": 91,
                     *           "flaggedAt": "2026-11-22T09:29:58.120Z"
                     *         },
                     *         "createdAt": "2026-11-22T10:02:11.500Z",
                     *         "requestedAt": "2026-11-22T10:02:11.500Z",
                     *         "requestedBy": "ada",
                     *         "termsVersion": "2026-10",
                     *         "steps": [
                     *           {
                     *             "status": "pending",
                     *             "at": "2026-11-22T10:02:11.500Z",
                     *             "by": "ada"
                     *           },
                     *           {
                     *             "status": "granted",
                     *             "at": "2026-11-22T10:03:40.000Z"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WaiverCheck"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    listCoveringBlocks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live blocks that cover a buyer, by shop; a page can be short and have a next one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "shopId": "shop-1",
                     *           "blockId": "01KAWZ2M8Q4T6V9B1C3D5E7F9G",
                     *           "via": "own",
                     *           "inEffect": true,
                     *           "reason": "malicious_refund",
                     *           "note": "Third empty box this month.",
                     *           "scope": "linked_user_ids",
                     *           "duration": "90_days",
                     *           "createdAt": "2026-11-22T09:30:00.000Z",
                     *           "expiresAt": "2027-02-20T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CoveringBlockPage"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    liftBlock: {
        parameters: {
            query?: {
                agent?: components["schemas"]["Id"];
                blockId?: components["schemas"]["Id"];
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Opaque ID of the marketplace; never a number. */
                buyerId: components["schemas"]["Id"];
                /** @description Opaque ID of the marketplace; never a number. */
                shopId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "agent": "agent-12",
                 *       "reason": "The parcel was lost by the carrier, not by the buyer."
                 *     }
                 */
                "application/json": components["schemas"]["BlockLift"];
            };
        };
        responses: {
            /** @description Lift a block that covers a buyer, whatever the access of the shop: they can order again at once */
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
            /** @description refused by API Gateway */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
    upholdBlock: {
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
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agent": "agent-7",
                 *       "blockId": "01KAPY1V3T5V7W9X1Z3B5D7F9H"
                 *     }
                 */
                "application/json": components["schemas"]["BlockUpholding"];
            };
        };
        responses: {
            /** @description Say that customer support looked at a block that covers a buyer, and keeps it */
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
            /** @description refused by API Gateway */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayError"];
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
