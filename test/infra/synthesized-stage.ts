import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { cx_api } from 'aws-cdk-lib';
import { createApp } from '../../infra/app.ts';
import { loadFunctions } from '../../infra/load-functions.ts';
import type { StageFile } from '../../infra/settings/settings-schema.ts';
import type { Deployment } from '../../local/deployment.ts';
import { loadDeployment } from '../../local/deployment.ts';

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  // A template's properties are any JSON; an assertion says what it expects of them.
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

export interface SynthesizedStage {
  readonly templates: Readonly<Record<string, string>>;
  readonly resources: readonly Resource[];
  /** Stacks that are deployed before, by stack. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  ofType(type: string): readonly Resource[];
  /** Resolved by the loader of the local runtime, which only knows the local stage's resource types. */
  deployment(): Deployment;
}

const functions = await loadFunctions();

const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  local: { SSC_STAGE: 'local' },
  prod: {
    SSC_STAGE: 'prod',
    SSC_ISSUER: 'https://issuer.example.com',
    SSC_AUDIENCE: 'sellers',
    SSC_MAIL_SENDER: 'security-center@example.com',
    SSC_ALARM_EMAIL: 'on-call@example.com',
  },
  'prod without an issuer': {
    SSC_STAGE: 'prod',
    SSC_CONSOLE_URL: 'https://console.example.com',
    SSC_MAIL_SENDER: 'security-center@example.com',
    SSC_ALARM_EMAIL: 'on-call@example.com',
  },
};

/** The cloud assembly of a stage, with more of its settings or a file of its own where given, and with functions that hold nothing: what they are deployed with is looked at here. */
export function synthesizeStage(
  stage: 'local' | 'prod' | 'prod without an issuer',
  more: Readonly<Record<string, string>> = {},
  file?: StageFile,
): SynthesizedStage {
  const folder = mkdtempSync(join(tmpdir(), 'ssc-infra-'));
  try {
    const app = createApp({
      functions,
      environment: { ...known[stage], ...more, ...writeStageFile(folder, more['SSC_STAGE'] ?? stage, file) },
      outDirectory: join(folder, 'out'),
      entryDirectory: writeEmptyFunctions(join(folder, 'functions')),
      consoleDirectory: writeConsoleBuild(join(folder, 'console')),
    });
    return readAssembly(app.synth(), stage === 'local');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a cloud assembly holds, which may be removed afterwards. */
export function readAssembly(assembly: cx_api.CloudAssembly, isLocal = true): SynthesizedStage {
  const templates = Object.fromEntries(
    assembly.stacks.map(({ stackName, templateFullPath }) => [stackName, readFileSync(templateFullPath, 'utf8')]),
  );
  const resources = Object.entries(templates).flatMap(([stack, template]) => resourcesOf(stack, template));
  const deployment = isLocal
    ? loadDeployment(assembly.directory, { endpointPort: 4_567, account: '000000000000', region: 'us-east-1' })
    : undefined;
  const dependencies = Object.fromEntries(
    assembly.stacks.map(({ stackName, dependencies: before }) => [stackName, before.map(({ id }) => id)]),
  );
  return {
    templates,
    resources,
    dependencies,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    deployment: () => {
      if (!deployment) throw new Error('Only the local stage is loaded');
      return deployment;
    },
  };
}

export function writeEmptyFunctions(
  directory: string,
  names: readonly string[] = functions.map(({ name }) => name),
): string {
  mkdirSync(directory, { recursive: true });
  for (const name of names) {
    writeFileSync(join(directory, `${name}.ts`), `export const handler = async () => ({ name: '${name}' });\n`);
  }
  return directory;
}

/** Where the app finds a stage's file that is not in the repository. */
function writeStageFile(folder: string, stage: string, file: StageFile | undefined): Readonly<Record<string, string>> {
  if (file === undefined) return {};
  const [name = stage] = stage.split(' ');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(file));
  return { SSC_STAGE_FILES: folder };
}

/** A folder such as the console's build makes. */
export function writeConsoleBuild(directory: string): string {
  mkdirSync(join(directory, 'assets'), { recursive: true });
  const page = '<!doctype html><title>Console</title><script type="module" src="/assets/app-1a2b.js"></script>';
  writeFileSync(join(directory, 'index.html'), page);
  writeFileSync(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(directory, 'assets', 'app-1a2b.js'), 'document.title = "Ready";');
  return directory;
}

interface Declaration {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

function resourcesOf(stack: string, template: string): readonly Resource[] {
  const { Resources } = JSON.parse(template) as { Resources: Record<string, Declaration> };
  return Object.entries(Resources).map(([id, { Type, Properties, DeletionPolicy, UpdateReplacePolicy }]) => ({
    stack,
    id,
    type: Type,
    properties: Properties ?? {},
    deletionPolicy: DeletionPolicy,
    updateReplacePolicy: UpdateReplacePolicy,
  }));
}
