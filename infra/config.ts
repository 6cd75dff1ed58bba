import * as z from 'zod';
import { consoleProblems } from './console-problems.ts';
import { identityProblems } from './identity-problems.ts';
import { restoredTableProblems, restoredTableSchema } from './restored-table.ts';

/** Who calls from outside our functions, each with a role of its own. */
export const callerNames = ['marketplace', 'order-service', 'performance-service', 'support', 'ops'] as const;
export type CallerName = (typeof callerNames)[number];

const stageNames = ['local', 'dev', 'prod'] as const;

const throttleSchema = z.strictObject({ requestsPerSecond: z.int().positive(), burst: z.int().positive() });

const originSchema = z
  .string()
  .regex(/^https?:\/\/[^/\s*;,"']+(:\*)?$/, 'must be origins, https://console.example.com');

/** An ARN in the region from which CloudFront takes what belongs to it. */
function arnSchema(service: string, resource: string) {
  const region = 'us-east-1';
  const start = new RegExp(`^arn:aws[a-z-]*:${service}:${region}:\\d{12}:${resource}.+$`);
  return z.string().regex(start, `must be the ARN of a ${resource}… of ${service} in ${region}`);
}

const configSchema = z
  .strictObject({
    stage: z.enum(stageNames),
    /** Deletion protection, and everything that holds state outlives its stack. */
    keepsData: z.boolean(),
    /** Seller tokens: the OIDC issuer, whose discovery document API Gateway reads, and their audience; else a user pool of our own. */
    issuer: z.url({ protocol: /^https?$/ }).optional(),
    audience: z.string().min(1).optional(),
    gate: z.strictObject({
      /** API Gateway adds its own 10 to 20 ms on top. */
      deadlineMilliseconds: z.int().min(20).max(2_000),
      failMode: z.enum(['open', 'closed']),
    }),
    /** In place of the stack's own, once there was a restore. */
    restoredTable: restoredTableSchema.optional(),
    retentionDays: z.strictObject({ logs: z.int().positive(), archive: z.int().positive() }),
    throttle: z.strictObject({ seller: throttleSchema, service: throttleSchema, live: throttleSchema }),
    /** ARNs (or account IDs) that may assume each caller's role; empty means this account, by its own IAM policies. */
    callerPrincipals: z.record(z.enum(callerNames), z.array(z.string().min(12))),
    alarmEmail: z.email().optional(),
    /** Whom mails to sellers come from; its domain becomes an identity of SES. */
    mailSender: z.email(),
    /** How long alerts are collected for one message to their shop. */
    digestSeconds: z.int().min(1).max(3_600),
    /** Where sellers find their console, for mails, and after signing in at our own user pool. */
    consoleUrl: z.url({ protocol: /^https?$/ }).optional(),
    /** The console's client at the issuer, where that is not the audience; and origins of its endpoints beside its own. */
    consoleClientId: z.string().min(1).optional(),
    signInOrigins: z.array(originSchema),
    /** Addresses of buyers' pictures that begin so are asked for at the console's own address, at this path. */
    pictures: z.strictObject({ from: z.url({ protocol: /^https$/ }), to: z.string().startsWith('/') }).optional(),
    /** For the host of the console's URL. CloudFront takes certificates and web ACLs of us-east-1 alone. */
    consoleCertificateArn: arnSchema('acm', 'certificate/').optional(),
    consoleWebAclArn: arnSchema('wafv2', 'global/webacl/').optional(),
    /** Origins of pages that may call the seller API and open the WebSocket. On one machine `:*` in place of a port allows any. */
    allowedOrigins: z.array(originSchema),
  })
  // API Gateway takes no port for any: only the local runtime knows it.
  .refine(({ stage, allowedOrigins }) => stage === 'local' || !allowedOrigins.some((origin) => origin.endsWith(':*')), {
    path: ['allowedOrigins'],
    message: 'must name the port, if any: `:*` is for the local stage alone',
  });

export type StageConfig = z.infer<typeof configSchema>;

const thisAccount = { marketplace: [], 'order-service': [], 'performance-service': [], support: [], ops: [] };

const defaults = {
  gate: { deadlineMilliseconds: 150, failMode: 'open' },
  throttle: {
    seller: { requestsPerSecond: 500, burst: 1_000 },
    service: { requestsPerSecond: 5_000, burst: 5_000 },
    // Connections and messages of clients together; API Gateway itself opens 500 connections a second.
    live: { requestsPerSecond: 500, burst: 1_000 },
  },
  callerPrincipals: thisAccount,
  digestSeconds: 300,
};

const stages = {
  local: { ...defaults, digestSeconds: 10, keepsData: false, retentionDays: { logs: 7, archive: 7 } },
  dev: { ...defaults, keepsData: false, retentionDays: { logs: 14, archive: 14 } },
  prod: { ...defaults, keepsData: true, retentionDays: { logs: 90, archive: 90 } },
} satisfies Record<(typeof stageNames)[number], object>;

/** The issuer and audience of the local runtime's own OIDC issuer on its default port; and a sender of mails that never leave. */
const localIdentity = {
  issuer: 'http://127.0.0.1:3000/_local/issuer',
  audience: 'ssc',
  mailSender: 'security-center@shop.example',
  // One assembly serves every port.
  allowedOrigins: ['http://127.0.0.1:*', 'http://localhost:*'],
  // The demo's buyers have theirs at a name that exists nowhere: the local runtime draws them.
  pictures: { from: 'https://avatars.marketplace.example/', to: '/_local/avatar?of=' },
};

export interface ConfigSources {
  /** CDK context, `-c name=value`. */
  readonly context: (name: string) => unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The configuration of one stage. Its settings come from the CDK context, e.g. `consoleUrl`, else from the environment,
 * e.g. SSC_CONSOLE_URL; lists of origins are separated by spaces. The stage is `local` without either.
 * @throws Error naming each setting that is missing or wrong.
 */
export function loadConfig({ context, environment }: ConfigSources): StageConfig {
  const given = (name: string, variable: string): unknown => context(name) ?? (environment[variable] || undefined);
  const stage = z.enum(stageNames).safeParse(given('stage', 'SSC_STAGE') ?? 'local');
  if (!stage.success) throw new Error(`stage: must be one of ${stageNames.join(', ')} (-c stage=… or SSC_STAGE)`);
  const local = stage.data === 'local' ? localIdentity : undefined;

  const restored = {
    name: given('restoredTable', 'SSC_RESTORED_TABLE'),
    streamArn: given('restoredTableStream', 'SSC_RESTORED_TABLE_STREAM'),
  };
  // The console's pages are the ones that connect, unless others are named.
  const pages = given('allowedOrigins', 'SSC_ALLOWED_ORIGINS') ?? given('consoleUrl', 'SSC_CONSOLE_URL');
  const settings = {
    ...stages[stage.data],
    stage: stage.data,
    issuer: given('issuer', 'SSC_ISSUER') ?? local?.issuer,
    audience: given('audience', 'SSC_AUDIENCE') ?? local?.audience,
    ...(restored.name !== undefined && { restoredTable: restored }),
    alarmEmail: given('alarmEmail', 'SSC_ALARM_EMAIL'),
    mailSender: given('mailSender', 'SSC_MAIL_SENDER') ?? local?.mailSender,
    consoleUrl: given('consoleUrl', 'SSC_CONSOLE_URL'),
    consoleClientId: given('consoleClientId', 'SSC_CONSOLE_CLIENT_ID'),
    consoleCertificateArn: given('consoleCertificateArn', 'SSC_CONSOLE_CERTIFICATE_ARN'),
    consoleWebAclArn: given('consoleWebAclArn', 'SSC_CONSOLE_WEB_ACL_ARN'),
    signInOrigins: String(given('signInOrigins', 'SSC_SIGN_IN_ORIGINS') ?? '')
      .split(' ')
      .filter(Boolean),
    allowedOrigins: typeof pages === 'string' ? pages.split(' ').map(originOf) : (local?.allowedOrigins ?? []),
    ...(local && { pictures: local.pictures }),
  };
  const parsed = configSchema.safeParse(settings);
  const wrong = [...identityProblems(settings), ...consoleProblems(settings), ...restoredTableProblems(restored)];
  if (parsed.success && wrong.length === 0) return parsed.data;
  const issues = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const problems = [...issues, ...wrong].map((problem) => `  ${problem}`);
  throw new Error(
    `The configuration of stage ${stage.data} is not complete. Settings come from -c issuer=…, -c audience=…, ` +
      `-c mailSender=…, -c consoleUrl=…, -c alarmEmail=… or SSC_ISSUER, SSC_AUDIENCE, SSC_MAIL_SENDER, SSC_CONSOLE_URL, ` +
      `SSC_ALARM_EMAIL:\n${problems.join('\n')}`,
  );
}

/** The origin of a page's URL; what is none is left for the schema to judge. */
function originOf(page: string): string {
  return URL.canParse(page) ? new URL(page).origin : page;
}
