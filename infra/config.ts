import { fileURLToPath } from 'node:url';
import { alarmProblems } from './alarm-problems.ts';
import { consoleProblems } from './console-problems.ts';
import { identityProblems } from './identity-problems.ts';
import { mailProblems } from './mail-problems.ts';
import { receiptKeyProblems } from './receipt-key-problems.ts';
import { restoredTableProblems } from './restored-table.ts';
import { defaultsOf } from './settings/defaults.ts';
import { merge } from './settings/merge.ts';
import { readStageFile, sentenceOf } from './settings/read-stage-file.ts';
import { configSchema } from './settings/settings-schema.ts';
import type { StageConfig } from './settings/settings-schema.ts';
import { stageNameOf } from './settings/stage-name.ts';

const ownStageFiles = fileURLToPath(new URL('stages', import.meta.url));

export interface ConfigSources {
  /** CDK context, `-c name=value`. */
  readonly context: (name: string) => unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Given = (name: string, variable: string) => unknown;

/**
 * The configuration of one stage. Each setting comes from the CDK context, e.g. `consoleUrl`, else from the environment,
 * e.g. SSC_CONSOLE_URL, else from the stage's file. The stage is `local` when nothing says which.
 * @throws Error naming each setting that is missing or wrong.
 */
export function loadConfig({ context, environment }: ConfigSources): StageConfig {
  const given: Given = (name, variable) => context(name) ?? (environment[variable] || undefined);
  const stage = stageNameOf(given('stage', 'SSC_STAGE') ?? 'local');
  const directory = String(given('stageFiles', 'SSC_STAGE_FILES') ?? ownStageFiles);
  const settings = merge({ stage }, ...defaultsOf(stage), readStageFile(directory, stage), settingsOf(given));
  if (typeof settings['consoleUrl'] === 'string' && !hasOrigins(settings['allowedOrigins']))
    settings['allowedOrigins'] = [originOf(settings['consoleUrl'])];

  const parsed = configSchema.safeParse(settings);
  const problems = [
    ...(parsed.error?.issues.map(sentenceOf) ?? []),
    ...identityProblems(settings),
    ...consoleProblems(settings),
    ...mailProblems(settings),
    ...alarmProblems(settings),
    ...receiptKeyProblems(settings['receiptKeys'] as Readonly<Record<string, unknown>> | undefined),
    ...restoredTableProblems(settings['restoredTable'] as Readonly<Record<string, unknown>> | undefined),
  ];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new Error(
    `The configuration of stage ${stage} is not complete. Settings come from ${directory}/${stage}.json, and before it ` +
      `from -c issuer=…, -c audience=…, -c mailSender=…, -c consoleUrl=…, -c alarmEmail=… or SSC_ISSUER, SSC_AUDIENCE, ` +
      `SSC_MAIL_SENDER, SSC_CONSOLE_URL, SSC_ALARM_EMAIL:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

/** What the context and the environment say, of which lists are separated by spaces. */
function settingsOf(given: Given): Readonly<Record<string, unknown>> {
  const list = (name: string, variable: string): readonly string[] | undefined => {
    const value = given(name, variable);
    return value === undefined ? undefined : String(value).split(' ').filter(Boolean);
  };
  const emails = list('alarmEmail', 'SSC_ALARM_EMAIL');
  const urls = list('alarmUrl', 'SSC_ALARM_URL');
  const [table, tableStream] = [
    given('restoredTable', 'SSC_RESTORED_TABLE'),
    given('restoredTableStream', 'SSC_RESTORED_TABLE_STREAM'),
  ];
  return {
    issuer: given('issuer', 'SSC_ISSUER'),
    audience: given('audience', 'SSC_AUDIENCE'),
    ...((emails ?? urls) !== undefined && { alarms: { page: { emails, urls } } }),
    ...((table ?? tableStream) !== undefined && { restoredTable: { name: table, streamArn: tableStream } }),
    mailSender: given('mailSender', 'SSC_MAIL_SENDER'),
    consoleUrl: given('consoleUrl', 'SSC_CONSOLE_URL'),
    consoleClientId: given('consoleClientId', 'SSC_CONSOLE_CLIENT_ID'),
    consoleCertificateArn: given('consoleCertificateArn', 'SSC_CONSOLE_CERTIFICATE_ARN'),
    consoleWebAclArn: given('consoleWebAclArn', 'SSC_CONSOLE_WEB_ACL_ARN'),
    signInOrigins: list('signInOrigins', 'SSC_SIGN_IN_ORIGINS'),
    allowedOrigins: list('allowedOrigins', 'SSC_ALLOWED_ORIGINS')?.map(originOf),
  };
}

/** The console's pages are the ones that connect, unless others are named. */
function hasOrigins(origins: unknown): boolean {
  return Array.isArray(origins) && origins.length > 0;
}

/** The origin of a page's URL; what is none is left for the schema to judge. */
function originOf(page: string): string {
  return URL.canParse(page) ? new URL(page).origin : page;
}
