import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { buildConsole } from './build-console.ts';
import { bundleFunctions } from './bundle.ts';
import { concurrencyProblems } from './concurrency-problems.ts';
import { loadConfig } from './config.ts';
import { tagCosts } from './cost-tags.ts';
import type { StageConfig } from './settings/settings-schema.ts';
import { nameOf } from './constructs/stage-context.ts';
import type { DeployedFunction } from './function-definition.ts';
import { loadFunctions } from './load-functions.ts';
import { AccountStack } from './stacks/account-stack.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { CallersStack } from './stacks/callers-stack.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import type { SellerTokens } from './stacks/identity-stack.ts';
import { LiveStack } from './stacks/live-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

/** Set here and not in cdk.json, so that the app makes the same templates with the CDK CLI and without it. */
const context = {
  ...recommendedFlags,
  // Exports: CloudFormation refuses to take away what another stack still uses, and every emulator knows them.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // Names each resource by where it stands in the app, for people and for the local runtime's messages.
  'aws:cdk:enable-path-metadata': true,
};

export interface AppOptions {
  /** All that are deployed, as `loadFunctions` finds them. */
  readonly functions: readonly DeployedFunction[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the cloud assembly; CDK's own choice without it. */
  readonly outDirectory?: string;
  /** What the build of the console made; a stage without it has no console. */
  readonly consoleDirectory?: string | undefined;
  /** Folder of the functions' entry files, for tests. */
  readonly entryDirectory?: string;
}

/**
 * The CDK app of one stage, not yet synthesized. It asks neither an account nor a network: accounts and regions stay
 * open until the deployment.
 * @throws Error naming what is wrong with the configuration or with `functions/`.
 */
export function createApp(options: AppOptions): App {
  const { functions, environment, outDirectory, entryDirectory, consoleDirectory: directory } = options;
  const app = new App({ context, analyticsReporting: false, ...(outDirectory && { outdir: outDirectory }) });
  const config = loadConfig({ context: (name) => app.node.tryGetContext(name) as unknown, environment });
  const [problem] = concurrencyProblems(config, functions);
  if (problem !== undefined) throw new Error(`The configuration of stage ${config.stage}: ${problem}.`);
  const bundles = bundleFunctions(functions, entryDirectory);
  try {
    const named = (stack: string) => ({
      stackName: nameOf(config, stack),
      description: `Seller Security Center: ${stack}`,
    });
    const account = config.apiLogRole === 'made' ? new AccountStack(app) : undefined;
    const callers = new CallersStack(app, nameOf(config, 'callers'), { ...named('callers'), config });
    const stage = { config, functions, bundles, callers, alarmTopics: callers.alarmTopics };
    const data = new DataStack(app, nameOf(config, 'data'), { ...named('data'), ...stage });
    const liveStack = new LiveStack(app, nameOf(config, 'live'), { ...named('live'), ...stage, data });
    if (account) liveStack.addStackDependency(account, 'its WebSocket API logs by the role of the account');
    const { live } = liveStack;
    const events = new EventsStack(app, nameOf(config, 'events'), { ...named('events'), ...stage, data, live });
    const sellerTokens =
      givenTokens(config) ??
      new IdentityStack(app, nameOf(config, 'identity'), { ...named('identity'), ...stage, data }).tokens;
    const api = new ApiStack(app, nameOf(config, 'api'), { ...named('api'), ...stage, data, events, sellerTokens });
    const { alarmTopics } = callers;
    const watched = { config, alarmTopics, functions, seller: api.seller, service: api.service };
    new WatchStack(app, nameOf(config, 'watch'), { ...named('watch'), ...watched });
    if (directory !== undefined) {
      const parts = { config, directory, api: api.seller, liveUrl: live.url, sellerTokens };
      new ConsoleStack(app, nameOf(config, 'console'), { ...named('console'), ...parts });
    }
    const ofStage = app.node.children.filter((stack) => stack !== account);
    tagCosts(ofStage, config);
  } finally {
    bundles.remove();
  }
  return app;
}

/** The tokens of the issuer that the configuration names, if it does. */
function givenTokens({ issuer, audience, consoleClientId, signInOrigins }: StageConfig): SellerTokens | undefined {
  if (issuer === undefined || audience === undefined) return undefined;
  const origins = [...new Set([new URL(issuer).origin, ...signInOrigins])];
  return { issuer, audience, clientId: consoleClientId ?? audience, origins };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const app = createApp({
    functions: await loadFunctions(),
    environment: process.env,
    consoleDirectory: buildConsole(),
  });
  // CDK's own switch. Without the rules a synthesis takes a fraction of the time; the check runs them.
  if (process.env['CDK_VALIDATION'] !== 'false') {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  app.synth();
}
