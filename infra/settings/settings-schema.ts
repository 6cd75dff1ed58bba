import * as z from 'zod';
import { catalogue } from '../../shared/contracts/events/catalogue.ts';
import { ownSource } from '../../shared/contracts/events/parts/own-source.ts';
import { restoredTableSchema } from '../restored-table.ts';
import { alarmsSchema } from './alarm-settings.ts';
import {
  arnOf,
  emailAddress,
  group,
  listOf,
  number,
  oneNumberOf,
  oneOf,
  text,
  textLike,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './fields.ts';

/** Who calls from outside our functions, each with a role of its own. */
export const callerNames = ['marketplace', 'order-service', 'performance-service', 'support', 'ops'] as const;
export type CallerName = (typeof callerNames)[number];

const origin = textLike(/^https?:\/\/[^/\s*;,"']+(:\*)?$/, 'an origin, https://console.example.com');
const account = /\d{12}/.source;
const principal = textLike(
  new RegExp(`^(${account}|arn:aws[a-z-]*:(iam|sts)::${account}:(root|(role|user|assumed-role)/\\S+))$`),
  'an account ID, or the ARN of a role or user',
);

const gate = group({
  /** API Gateway adds its own 10 to 20 ms on top. */
  deadlineMilliseconds: wholeNumber(20, 2_000),
  failMode: oneOf(['open', 'closed']),
});
const retentionDays = group({
  // CloudWatch knows these alone.
  logs: oneNumberOf([
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
  ]),
  archive: wholeNumber(1, 3_653),
});
const throttle = group({ requestsPerSecond: wholeNumber(1, 1_000_000), burst: wholeNumber(1, 1_000_000) });
const throttles = group({ seller: throttle, service: throttle, live: throttle });
/** A key of the stage's own by a name, which makes it; or by its ARN one that was made before, in whatever stack. */
const receiptKey = textLike(
  /^([a-z][a-z0-9-]{0,19}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+)$/,
  'a name of up to 20 of a-z, 0-9 and -, or the ARN of a key',
);
const termsVersion = textLike(/^[A-Za-z0-9._-]{1,32}$/, 'up to 32 of A-Z, a-z, 0-9, ., _ and -');
const receiptKeys = group({
  /** Signs. */
  present: receiptKey,
  /** Signed before: receipts of theirs are verified as ever. */
  retired: listOf(receiptKey),
});
/** ARNs or account IDs that may assume each caller's role; empty means this account, by its own IAM policies. */
const callerPrincipals = group({
  marketplace: listOf(principal),
  'order-service': listOf(principal),
  'performance-service': listOf(principal),
  support: listOf(principal),
  ops: listOf(principal),
});
/** Below 95, the fast alarm of a burn rate could never fire; above 99.95, it would fire when the budget is long gone. */
const target = number(95, 99.95);
const objectives = group({ gate: target, seller: target, service: target });
const ownTypes = catalogue.filter(({ event }) => event.source === ownSource).map(({ event }) => event.type);
/** A bus of another account or region that is sent our own events: all, or those of some types. */
const subscriber = group({
  name: textLike(/^[a-z][a-z0-9-]{0,19}$/, 'a name of up to 20 of a-z, 0-9 and -'),
  bus: arnOf('events', 'event-bus/'),
  types: listOf(oneOf(ownTypes)).min(1, { error: 'must name a type, or be left out for all' }).optional(),
});

/** Words that link events use; the rest is weak. */
const evidenceStrength = z.record(
  textLike(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'named by a kind of evidence, such as device'),
  oneOf(['weak', 'strong']),
  { error: 'must be weak or strong by kinds of evidence' },
);

/** What need not be said. */
const optional = {
  /** Seller tokens: the OIDC issuer, whose discovery document API Gateway reads, and their audience; else a user pool of our own. */
  issuer: webAddress(/^https?$/, 'a URL').optional(),
  audience: text.optional(),
  /** Where sellers find their console, for mails, and after signing in at our own user pool. */
  consoleUrl: webAddress(/^https?$/, 'a URL').optional(),
  /** The console's client at the issuer, where that is not the audience. */
  consoleClientId: text.optional(),
  /** Addresses of buyers' pictures that begin so are asked for at the console's own address, at this path. */
  pictures: group({
    from: webAddress(/^https$/, 'an https URL'),
    to: textLike(/^\/\S*$/, 'a path, which begins with /'),
  }).optional(),
  /** For the host of the console's URL. CloudFront takes certificates and web ACLs of us-east-1 alone. */
  consoleCertificateArn: arnOf('acm', 'certificate/', 'us-east-1').optional(),
  consoleWebAclArn: arnOf('wafv2', 'global/webacl/', 'us-east-1').optional(),
  /** An identity of SES that exists already, and that the sender belongs to. Without it, the sender's domain is made one. */
  mailIdentity: textLike(/^[^\s/:]+$/, 'a domain or an e-mail address').optional(),
  /** Where docs/runbook.md can be read, for the links in alarms. */
  runbookUrl: webAddress(/^https$/, 'an https URL').optional(),
  /** Environments that each function is limited to, and that no other function can take from it. */
  reservedConcurrency: z
    .record(text, wholeNumber(1, 100_000), { error: 'must be numbers by the names of functions' })
    .optional(),
  /** In place of the stack's own, once there was a restore. */
  restoredTable: restoredTableSchema.optional(),
  /** Tags of every resource beside `service` and `stage`, by which costs are told apart. */
  costTags: z.record(text, text, { error: 'must be texts by their names' }).optional(),
  /** In dollars. */
  monthlyBudget: wholeNumber(1, 100_000_000).optional(),
};

/** The file of a stage: all of it may be missing. */
export const stageFileSchema = group({
  ...optional,
  keepsData: yesOrNo.optional(),
  mailSender: emailAddress.optional(),
  digestSeconds: wholeNumber(1, 3_600).optional(),
  signInOrigins: listOf(origin).optional(),
  allowedOrigins: listOf(origin).optional(),
  apiLogRole: oneOf(['made', 'existing']).optional(),
  gate: gate.partial().optional(),
  retentionDays: retentionDays.partial().optional(),
  throttle: group({
    seller: throttle.partial().optional(),
    service: throttle.partial().optional(),
    live: throttle.partial().optional(),
  }).optional(),
  callerPrincipals: callerPrincipals.partial().optional(),
  subscribers: listOf(subscriber).optional(),
  alarms: alarmsSchema.partial().optional(),
  objectives: objectives.partial().optional(),
  receiptKeys: receiptKeys.partial().optional(),
  waiverTermsVersion: termsVersion.optional(),
  evidenceStrength: evidenceStrength.optional(),
});
export type StageFile = z.infer<typeof stageFileSchema>;

/** All that a stage is deployed by. */
export const configSchema = group({
  ...optional,
  stage: z.string(),
  /** Deletion protection, and everything that holds state outlives its stack. */
  keepsData: yesOrNo,
  /** Whom mails to sellers come from. */
  mailSender: emailAddress,
  /** How long alerts are collected for one message to their shop. */
  digestSeconds: wholeNumber(1, 3_600),
  /** Origins of the issuer's endpoints beside its own. */
  signInOrigins: listOf(origin),
  /** Origins of pages that may call the seller API and open the WebSocket. On one machine `:*` in place of a port allows any. */
  allowedOrigins: listOf(origin),
  /** Whether API Gateway's role for logs is made here, or the account has one that others look after. */
  apiLogRole: oneOf(['made', 'existing']),
  gate,
  retentionDays,
  throttle: throttles,
  callerPrincipals,
  subscribers: listOf(subscriber),
  alarms: alarmsSchema,
  /** Percent of requests that are to be answered well, over 30 days. */
  objectives,
  /** Of receipts of waivers. */
  receiptKeys,
  /** Of the terms under which waivers are granted, as the marketplace counts its terms. */
  waiverTermsVersion: termsVersion,
  /** How far to trust what links accounts. A kind that is not named is weak. */
  evidenceStrength,
});
export type StageConfig = z.infer<typeof configSchema>;
