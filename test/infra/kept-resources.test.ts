import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareKept, keptResources } from '../tooling/kept-resources/kept-resources.ts';
import type { KeptResources } from '../tooling/kept-resources/kept-resources.ts';
import { synthesizeStage } from './synthesized-stage.ts';
import type { Resource, SynthesizedStage } from './synthesized-stage.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../../infra/kept-resources.json', import.meta.url), 'utf8'),
) as KeptResources;
const stages: readonly (readonly [name: string, stage: SynthesizedStage])[] = [
  ['prod', synthesizeStage('prod without an issuer')],
  ['prod', synthesizeStage('prod')],
  ['pilot-eu', synthesizeStage('prod without an issuer', { SSC_STAGE: 'pilot-eu' }, {})],
];
const [, production] = stages[0] ?? [];
const stacksOf = (name: string, { templates }: Pick<SynthesizedStage, 'templates'>): readonly string[] =>
  Object.keys(templates).map((stack) => stack.replace(`ssc-${name}`, 'ssc-<stage>'));

/** What is said of a change of some of production's resources. */
function differencesOf(change: (one: Resource) => Resource | undefined) {
  const resources = (production?.resources ?? []).flatMap((one) => change(one) ?? []);
  return compareKept(
    recorded,
    keptResources({ resources }, 'prod'),
    Object.keys(recorded).map((id) => id.split(' ')[0] ?? ''),
  );
}
const withProperties = (type: RegExp, properties: Readonly<Record<string, unknown>>, id = /./) =>
  differencesOf((one) =>
    type.test(one.type) && id.test(one.id) ? { ...one, properties: { ...one.properties, ...properties } } : one,
  );

describe('what holds something, or is known by its address', () => {
  it.each(stages)('is what is recorded of it in %s', (name, stage) => {
    const { losses, fresh } = compareKept(recorded, keptResources(stage, name), stacksOf(name, stage));
    expect(losses, 'CloudFormation would replace it or let go of it; if that is meant: npm run record-kept').toEqual(
      [],
    );
    expect(fresh, 'It is new: npm run record-kept').toEqual([]);
  });

  it('is kept by the stage that keeps its data, but not by a first deployment that failed', () => {
    const policies = (type: string) =>
      Object.values(recorded)
        .filter(({ Type }) => Type === type)
        .map(({ DeletionPolicy, UpdateReplacePolicy }) => `${String(DeletionPolicy)}, ${String(UpdateReplacePolicy)}`);
    for (const type of ['AWS::DynamoDB::Table', 'AWS::Cognito::UserPool'])
      expect(new Set(policies(type)), type).toEqual(new Set(['RetainExceptOnCreate, Retain']));
    expect(policies('AWS::KMS::Key')).toContain('RetainExceptOnCreate, Retain');
  });
});

describe('a change that would lose it', () => {
  it.each<[what: string, losses: readonly string[], id: RegExp]>([
    [
      'table',
      differencesOf((one) => (one.type.endsWith('::Table') ? { ...one, id: 'Renamed' } : one)).losses,
      /^ssc-<stage>-data Table\w+ \(AWS::DynamoDB::Table\) would be gone/,
    ],
    [
      'name of the table',
      withProperties(/::Table$/, { TableName: 'ssc-prod-2' }).losses,
      /TableName was "ssc-<stage>" and would be "ssc-<stage>-2"/,
    ],
    [
      'key of the table',
      withProperties(/::Table$/, { KeySchema: [] }).losses,
      /KeySchema was \[.+\] and would be \[\]/,
    ],
    [
      'protection of the table',
      withProperties(/::Table$/, { DeletionProtectionEnabled: false }).losses,
      /DeletionProtectionEnabled was true/,
    ],
    [
      'stream of the table',
      withProperties(/::Table$/, { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }).losses,
      /StreamSpecification was /,
    ],
    [
      'key of encryption',
      differencesOf((one) => (one.type.endsWith('KMS::Key') && one.id.startsWith('TableKey') ? undefined : one)).losses,
      /^ssc-<stage>-data TableKey\w+ \(AWS::KMS::Key\) would be gone/,
    ],
    [
      'key of receipts',
      differencesOf((one) => (one.id.startsWith('ReceiptKeys') ? undefined : one)).losses,
      /^ssc-<stage>-data ReceiptKeysKeyfirst\w+ \(AWS::KMS::Key\) would be gone/,
    ],
    [
      'what becomes of the key',
      differencesOf((one) =>
        one.type.endsWith('KMS::Key') && one.stack.endsWith('-data') ? { ...one, deletionPolicy: 'Delete' } : one,
      ).losses,
      /DeletionPolicy was "RetainExceptOnCreate" and would be "Delete"/,
    ],
    [
      'queue',
      withProperties(/::Queue$/, { QueueName: 'ssc-prod-link' }, /^buyerlinksQueue60/).losses,
      /QueueName was "ssc-<stage>-buyer-links"/,
    ],
    [
      'user pool',
      withProperties(/::UserPool$/, { UsernameAttributes: ['phone_number'] }).losses,
      /UsernameAttributes was \["email"\]/,
    ],
    ['domain of the user pool', withProperties(/::UserPoolDomain$/, { Domain: 'other' }).losses, /Domain was /],
    [
      'group of the schedules',
      withProperties(/::ScheduleGroup$/, { Name: 'ssc-prod-deadlines' }).losses,
      /Name was "ssc-<stage>-alerts"/,
    ],
    ['role of a caller', withProperties(/::Role$/, { RoleName: 'ssc-prod-operators' }, /^ops/).losses, /RoleName was /],
  ])('is found in the %s', (_what, losses, sentence) => {
    expect(losses.length).toBeGreaterThan(0);
    for (const loss of losses) expect(loss).toMatch(sentence);
  });

  it('is not found in one that CloudFormation makes in place', () => {
    expect(withProperties(/::Queue$/, { VisibilityTimeout: 1 })).toEqual({ losses: [], fresh: [] });
    expect(withProperties(/::Function$/, { MemorySize: 1_024 })).toEqual({ losses: [], fresh: [] });
  });
});
