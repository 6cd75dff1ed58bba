import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../../../local/core/access/policy-statement.ts';
import type { RecordedRequest } from '../../../../local/services/iam/record-requests.ts';
import { buildDeployment } from '../../../builders/local-deployment.ts';
import { describeJudgement } from '../../../tooling/permissions/describe-judgement.ts';
import { judgeRequests } from '../../../tooling/permissions/judge-requests.ts';

const arn = 'arn:aws:iam::000000000000:role/gate';
const statement = (source: string, actions: readonly string[], partitions?: readonly string[]): PolicyStatement => ({
  ...{ effect: 'Allow', actions, resources: ['table'], principals: [], source },
  conditions: partitions ? { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } } : {},
});
const judge = (statements: readonly PolicyStatement[], requests: readonly RecordedRequest[]) =>
  judgeRequests(buildDeployment({ roles: [{ arn, name: 'gate', path: 'Gate', statements, trust: [] }] }), requests);
const asks = (action: string, keys: readonly string[], reading = 'strictest'): RecordedRequest => ({
  ...{ roleArn: arn, action: `dynamodb:${action}`, resource: 'table', reading },
  context: { 'dynamodb:LeadingKeys': keys },
});
const read = statement('P #1', ['dynamodb:GetItem'], ['GATE#*', 'SHOP#*']);
const readings = [asks('GetItem', ['GATE#'], 'by item'), asks('GetItem', ['GATE#'], 'by action')];

describe('what roles asked for', () => {
  it('passes when their statements allow it under each reading, and each was needed', () => {
    const judgement = judge([read], [asks('GetItem', ['GATE#', 'SHOP#']), ...readings, ...readings]);
    expect(judgement).toEqual({
      refused: [],
      unneeded: [],
      readings: { strictest: 1, 'by item': 1, 'by action': 1 },
      roles: 1,
      statements: 1,
    });
    expect(describeJudgement(judgement)).toEqual({
      passed: true,
      text: expect.stringMatching(/^✓ permissions .* 1 strictest, 1 by item, 1 by action; 1 statements of 1 roles/),
    });
  });

  it('fails when one is refused under the strictest reading alone', () => {
    const apart = [
      statement('P #1', ['dynamodb:GetItem'], ['GATE#*']),
      statement('P #2', ['dynamodb:GetItem'], ['SHOP#*']),
    ];
    const together = asks('GetItem', ['GATE#', 'SHOP#']);
    const judgement = judge(apart, [together, ...readings, asks('GetItem', ['SHOP#'], 'by item')]);
    expect(judgement.refused).toEqual([together]);
    expect(judgement.unneeded).toEqual([]);
    expect(describeJudgement(judgement).text).toContain(`refused strictest: ${arn} dynamodb:GetItem on table`);
  });

  it('tells of a statement that nobody needed: asked for nothing of it, or another allows it too', () => {
    const asked = [asks('GetItem', ['GATE#']), ...readings];
    const write = statement('P #2', ['dynamodb:PutItem'], ['GATE#*']);
    const judgement = judge([read, write], asked);
    expect(judgement.unneeded.map(({ statement: { source } }) => source)).toEqual(['P #2']);
    expect(describeJudgement(judgement).text).toContain('needed by nobody: P #2: dynamodb:PutItem');
    const twice = judge([read, { ...read, source: 'P #3' }], asked);
    expect(twice.unneeded.map(({ statement: { source } }) => source)).toEqual(['P #1', 'P #3']);
  });

  it('lets statements be that nothing can need on one machine, and fails when nothing was asked for at all', () => {
    const key = statement('P #2', ['kms:Decrypt']);
    expect(describeJudgement(judge([read, key], [asks('GetItem', ['GATE#']), ...readings]))).toMatchObject({
      passed: true,
    });
    const nothing = describeJudgement(judge([key], [{ ...asks('GetItem', ['GATE#']), roleArn: 'of another product' }]));
    expect(nothing.passed).toBe(false);
    expect(nothing.text).toContain('nothing was asked for strictest');
  });
});
