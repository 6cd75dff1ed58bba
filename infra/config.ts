import * as z from 'zod';

/** Who calls from outside our functions, each with a role of its own. */
export const callerNames = ['marketplace', 'order-service', 'performance-service', 'support', 'ops'] as const;
export type CallerName = (typeof callerNames)[number];

const stageNames = ['local', 'dev', 'prod'] as const;

const throttleSchema = z.strictObject({ requestsPerSecond: z.int().positive(), burst: z.int().positive() });

const configSchema = z
  .strictObject({
    stage: z.enum(stageNames),
    /** Deletion protection, and everything that holds state outlives its stack. */
    keepsData: z.boolean(),
    /** Seller tokens: the OIDC issuer, whose discovery document API Gateway reads, and their audience. */
    issuer: z.url({ protocol: /^https?$/ }),
    audience: z.string().min(1),
    gate: z.strictObject({
      /** API Gateway adds its own 10 to 20 ms on top. */
      deadlineMilliseconds: z.int().min(20).max(2_000),
      failMode: z.enum(['open', 'closed']),
    }),
    retentionDays: z.strictObject({ logs: z.int().positive(), archive: z.int().positive() }),
    throttle: z.strictObject({ seller: throttleSchema, service: throttleSchema }),
    /** ARNs (or account IDs) that may assume each caller's role; empty means this account, by its own IAM policies. */
    callerPrincipals: z.record(z.enum(callerNames), z.array(z.string().min(12))),
    alarmEmail: z.email().optional(),
  })
  .refine((config) => config.stage === 'local' || config.issuer.startsWith('https://'), {
    path: ['issuer'],
    message: 'must be https outside the local stage',
  });

export type StageConfig = z.infer<typeof configSchema>;

const thisAccount = { marketplace: [], 'order-service': [], 'performance-service': [], support: [], ops: [] };

const defaults = {
  gate: { deadlineMilliseconds: 150, failMode: 'open' },
  throttle: { seller: { requestsPerSecond: 500, burst: 1_000 }, service: { requestsPerSecond: 5_000, burst: 5_000 } },
  callerPrincipals: thisAccount,
};

const stages = {
  local: { ...defaults, keepsData: false, retentionDays: { logs: 7, archive: 7 } },
  dev: { ...defaults, keepsData: false, retentionDays: { logs: 14, archive: 14 } },
  prod: { ...defaults, keepsData: true, retentionDays: { logs: 90, archive: 90 } },
} satisfies Record<(typeof stageNames)[number], object>;

/** The issuer and audience of the local runtime's own OIDC issuer on its default port. */
const localIdentity = { issuer: 'http://127.0.0.1:3000/_local/issuer', audience: 'ssc' };

export interface ConfigSources {
  /** CDK context, `-c name=value`. */
  readonly context: (name: string) => unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The configuration of one stage. `stage`, `issuer`, `audience` and `alarmEmail` come from the CDK
 * context, else from SSC_STAGE, SSC_ISSUER, SSC_AUDIENCE and SSC_ALARM_EMAIL; the stage is `local` without either.
 * @throws Error naming each setting that is missing or wrong.
 */
export function loadConfig({ context, environment }: ConfigSources): StageConfig {
  const given = (name: string, variable: string): unknown => context(name) ?? (environment[variable] || undefined);
  const stage = z.enum(stageNames).safeParse(given('stage', 'SSC_STAGE') ?? 'local');
  if (!stage.success) throw new Error(`stage: must be one of ${stageNames.join(', ')} (-c stage=… or SSC_STAGE)`);
  const local = stage.data === 'local' ? localIdentity : undefined;

  const parsed = configSchema.safeParse({
    ...stages[stage.data],
    stage: stage.data,
    issuer: given('issuer', 'SSC_ISSUER') ?? local?.issuer,
    audience: given('audience', 'SSC_AUDIENCE') ?? local?.audience,
    alarmEmail: given('alarmEmail', 'SSC_ALARM_EMAIL'),
  });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(
    `The configuration of stage ${stage.data} is not complete. Settings come from -c issuer=…, -c audience=…, ` +
      `-c alarmEmail=… or SSC_ISSUER, SSC_AUDIENCE, SSC_ALARM_EMAIL:\n${problems.join('\n')}`,
  );
}
