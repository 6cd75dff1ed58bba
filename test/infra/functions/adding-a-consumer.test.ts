import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { createApp } from '../../../infra/app.ts';
import type { loadFunctions } from '../../../infra/load-functions.ts';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { compilePattern } from '../../../local/services/events/event-pattern.ts';
import type { deadLetterQueues } from '../../../ops/dead-letter-queues.ts';
import { forbiddenImports, misplacedEffects } from '../../architecture/import-rules.ts';
import { parseSource } from '../../architecture/source-file.ts';
import { readAssembly, synthesizeStage, writeConsoleBuild, writeEmptyFunctions } from '../synthesized-stage.ts';
import type { SynthesizedStage } from '../synthesized-stage.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** All that somebody writes who has something new done with an event of the catalogue: its room, its entry, its wiring. */
const added = {
  'shared/case-files/store.ts': `import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../table/client.ts';

/** Opens a file on a fraud that was confirmed, once. */
export function openCaseFile({ client, name }: Table) {
  return async ({ shopId, outcomeId }: { readonly shopId: string; readonly outcomeId: string }): Promise<void> => {
    await client.send(new PutCommand({ TableName: name, Item: { pk: \`NOTICE#\${shopId}#\${outcomeId}\`, sk: 'CASE' } }));
  };
}
`,
  'functions/case-file-consumer.ts': `import { openCaseFile } from '../shared/case-files/store.ts';
import { fraudOutcomeConfirmed } from '../shared/contracts/events/fraud-outcome-confirmed.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { ownTable } from '../shared/table/own-table.ts';

/** Opens a file on each fraud that was confirmed. */
export const handler = eventConsumer(onEvent(fraudOutcomeConfirmed, openCaseFile(ownTable())));
`,
  'infra/functions/case-file-consumer.ts': `import { fraudOutcomeConfirmed } from '../../shared/contracts/events/fraud-outcome-confirmed.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { QueueFunction } from '../function-definition.ts';

/** Opens a file on each fraud that was confirmed. */
export const caseFileConsumer = {
  kind: 'queue',
  queue: 'case-files',
  events: [fraudOutcomeConfirmed],
  maximumConcurrency: 3,
  maximumWaitMinutes: 20,
  timeoutSeconds: 15,
  grants: { table: [{ actions: ['PutItem'], partitions: [partition.notice] }] },
  hurts: 'Investigators do not see new cases.',
} satisfies QueueFunction;
`,
};
const files = Object.keys(added) as (keyof typeof added)[];
const wiring = 'infra/functions/case-file-consumer.ts';

/** The project as it is, but for the code of its functions, with these files beside its own. */
const copy = mkdtempSync(join(tmpdir(), 'ssc-consumer-'));
const importOf = <Module>(path: string) => import(pathToFileURL(join(copy, path)).href) as Promise<Module>;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

let before: SynthesizedStage;
let after: SynthesizedStage;
beforeAll(async () => {
  for (const folder of ['infra', 'shared', 'ops'])
    cpSync(join(project, folder), join(copy, folder), { recursive: true });
  writeEmptyFunctions(join(copy, 'functions'));
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(project, file), join(copy, file));
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  for (const file of files) write(file, added[file]);
  before = synthesizeStage('local');
  const theirs = {
    ...(await importOf<{ createApp: typeof createApp }>('infra/app.ts')),
    ...(await importOf<{ loadFunctions: typeof loadFunctions }>('infra/load-functions.ts')),
  };
  const outDirectory = join(copy, 'out');
  const app = theirs.createApp({
    functions: await theirs.loadFunctions(),
    environment: { SSC_STAGE: 'local' },
    outDirectory,
    consoleDirectory: writeConsoleBuild(join(copy, 'console-build')),
  });
  after = readAssembly(app.synth());
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const nameOf = ({ stack, id }: { readonly stack: string; readonly id: string }): string => `${stack} ${id}`;
/** What CloudFormation would make, and what it would change; the code of functions aside. */
function changes() {
  const old = new Map(before.resources.map((resource) => [nameOf(resource), resource]));
  const text = ({ properties: { Code: _code, ...properties } }: SynthesizedStage['resources'][number]) =>
    JSON.stringify(properties);
  const made = after.resources.filter((resource) => !old.has(nameOf(resource)));
  const changed = after.resources.filter((resource) => {
    const was = old.get(nameOf(resource));
    return was !== undefined && text(was) !== text(resource);
  });
  return { made, changed, removed: old.size + made.length - after.resources.length };
}

describe('a consumer of an event', () => {
  it('is three files: its room, its entry and its wiring, which keep to the rules of the house', () => {
    expect(files.map((file) => file.split('/')[0])).toEqual(['shared', 'functions', 'infra']);
    const parsed = files.map((file) => parseSource(file, added[file]));
    expect(parsed.flatMap((file) => [...forbiddenImports(file), ...misplacedEffects(file)])).toEqual([]);
  });

  it('is deployed with a queue, dead letters, alarms, a rule and a role of its own, and changes nobody else’s', () => {
    const { made, changed, removed } = changes();
    const count = (type: string) => made.filter((resource) => resource.type === `AWS::${type}`).length;
    expect({
      queues: count('SQS::Queue'),
      queuePolicies: count('SQS::QueuePolicy'),
      rules: count('Events::Rule'),
      functions: count('Lambda::Function'),
      eventSources: count('Lambda::EventSourceMapping'),
      roles: count('IAM::Role'),
      policies: count('IAM::Policy'),
      logGroups: count('Logs::LogGroup'),
      metricFilters: count('Logs::MetricFilter'),
      alarms: count('CloudWatch::Alarm'),
    }).toEqual({
      queues: 2,
      queuePolicies: 2,
      rules: 1,
      functions: 1,
      eventSources: 1,
      roles: 1,
      policies: 1,
      logGroups: 1,
      metricFilters: 1,
      alarms: 4,
    });
    expect(made).toHaveLength(15);
    expect(removed).toBe(0);
    // Ops may look after its queues, too; and the questions to the logs of all functions ask its own as well.
    const others = changed.filter(({ type }) => type !== 'AWS::Logs::QueryDefinition');
    expect(others.map(({ id }) => id)).toEqual([expect.stringMatching(/^OpsRedrivesPolicy/)]);
    expect(changed.length - others.length).toBe(3);
  });

  it('is deployed as its wiring says', () => {
    const deployment = after.deployment();
    const deployed = deployment.functions.find(({ name }) => name === 'ssc-local-case-file-consumer');
    const queue = deployment.queues.find(({ name }) => name === 'ssc-local-case-files');
    const deadLetters = deployment.queues.find(({ name }) => name === 'ssc-local-case-files-dead-letters');
    expect(deployed).toMatchObject({
      timeoutSeconds: 15,
      environment: { TABLE_NAME: 'ssc-local', DEAD_LETTER_QUEUE_URL: deadLetters?.url },
    });
    expect(queue).toMatchObject({
      visibilityTimeoutSeconds: 90,
      redrive: { deadLetterArn: deadLetters?.arn, maxReceiveCount: 5 },
    });
    expect(deployment.eventSourceMappings).toContainEqual(
      expect.objectContaining({ sourceArn: queue?.arn, functionArn: deployed?.arn, reportsBatchItemFailures: true }),
    );
    const rule = deployment.rules.find(({ name }) => name === 'ssc-local-case-files');
    const matches = compilePattern(rule?.pattern);
    const outcome = { source: 'marketplace.risk', 'detail-type': 'Fraud Outcome Confirmed' };
    expect(matches(outcome)).toBe(true);
    expect(matches({ ...outcome, 'detail-type': 'Order Risk Flagged' })).toBe(false);
    expect(rule?.targets).toMatchObject([{ arn: queue?.arn, deadLetterArn: deadLetters?.arn }]);
    const descriptions = changes().made.flatMap(({ properties }) => properties['AlarmDescription'] ?? []);
    expect(descriptions).toHaveLength(4);
    for (const description of descriptions) expect(description).toContain('Investigators do not see new cases.');
  });

  it('has exactly its grants', () => {
    const deployment = after.deployment();
    const { decide } = createAuthorizer(deployment);
    const roleArn = deployment.functions.find(({ name }) => name === 'ssc-local-case-file-consumer')?.roleArn ?? '';
    const role = deployment.roles.find(({ arn }) => arn === roleArn);
    const granted = role?.statements.flatMap(({ actions }) => actions).filter((action) => !action.startsWith('kms:'));
    expect(granted?.toSorted()).toEqual([
      'dynamodb:PutItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ]);
    const mayPut = (key: string): boolean =>
      decide({
        principal: { type: 'role', roleArn, accessKeyId: 'test', label: 'test' },
        action: 'dynamodb:PutItem',
        resource: deployment.tables[0]?.arn ?? '',
        context: { 'dynamodb:LeadingKeys': [key] },
      }).allowed;
    expect(['NOTICE#1#2', 'ALERT#1#2', 'SHOP#1'].map(mayPut)).toEqual([true, false, false]);
  });

  it('holds the code that its entry composes', () => {
    const deployed = after.deployment().functions.find(({ name }) => name === 'ssc-local-case-file-consumer');
    const bundle = readFileSync(join(deployed?.codeDirectory ?? '', 'index.mjs'), 'utf8');
    expect(bundle).toContain('"CASE"');
  });

  it('is known to ops by its dead letters', async () => {
    const theirs = await importOf<{ deadLetterQueues: typeof deadLetterQueues }>('ops/dead-letter-queues.ts');
    expect(theirs.deadLetterQueues).toContainEqual({
      kind: 'work',
      name: 'case-files-dead-letters',
      source: 'case-files',
    });
  });

  it('is held by the compiler to partitions, actions and events that exist', async () => {
    const right = added[wiring];
    write('infra/functions/no-partition.ts', right.replace('[partition.notice]', "['NOTICES#']"));
    write('infra/functions/no-action.ts', right.replace("'PutItem'", "'Scan'"));
    write('infra/functions/no-event.ts', right.replace('[fraudOutcomeConfirmed]', "['Fraud Outcome Confirmed']"));
    write('infra/functions/nobody-hurt.ts', right.replace(/ {2}hurts: .*\n/, ''));
    const wrong = await compile(['no-partition', 'no-action', 'no-event', 'nobody-hurt']);
    expect(wrong).toEqual([
      'infra/functions/no-action.ts',
      'infra/functions/no-event.ts',
      'infra/functions/no-partition.ts',
      'infra/functions/nobody-hurt.ts',
    ]);
  });
});

/** Compiles what was added, and these definitions; those of them that have errors. */
async function compile(definitions: readonly string[]): Promise<readonly string[]> {
  const all = [...files, ...definitions.map((name) => `infra/functions/${name}.ts`)];
  write('tsconfig.added.json', JSON.stringify({ extends: './tsconfig.json', include: [], files: all }));
  const compiler = join('node_modules', 'typescript-native', 'bin', 'tsc');
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [compiler, '--noEmit', '--pretty', 'false', '-p', 'tsconfig.added.json'],
      { cwd: copy },
      (_error, stdout, stderr) => resolve(`${stdout}${stderr}`),
    );
  });
  const wrong = [...output.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file]) => file ?? '');
  // The project's own files are compiled as a whole elsewhere.
  return all.filter((file) => wrong.includes(file)).toSorted();
}
