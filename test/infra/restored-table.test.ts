import { describe, expect, it } from 'vitest';
import { restoredTableProblems, restoredTableSchema } from '../../infra/restored-table.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const name = 'ssc-prod-restored-20261201';
const streamArn = `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}/stream/2026-12-01T10:00:00.000`;

describe('the settings of a restored table', () => {
  it('go together, and name the same table', () => {
    expect(restoredTableProblems({})).toEqual([]);
    expect(restoredTableProblems({ name, streamArn })).toEqual([]);
    expect(restoredTableProblems({ name })).toEqual([expect.stringContaining('one is nothing without the other')]);
    expect(restoredTableProblems({ name: 'ssc-prod', streamArn })).toEqual([
      `restoredTableStream: is the stream of the table ${name}, not of ssc-prod`,
    ]);
  });

  it('are a name and the ARN of a stream', () => {
    expect(restoredTableSchema.safeParse({ name, streamArn }).success).toBe(true);
    expect(restoredTableSchema.safeParse({ name: 'a table', streamArn }).success).toBe(false);
    expect(restoredTableSchema.safeParse({ name, streamArn: 'arn:aws:sqs:x' }).success).toBe(false);
  });
});

describe('a stage with a restored table', () => {
  const before = synthesizeStage('prod');
  const after = synthesizeStage('prod', { SSC_RESTORED_TABLE: name, SSC_RESTORED_TABLE_STREAM: streamArn });
  const others = Object.entries(after.templates).filter(([stack]) => stack !== 'ssc-prod-data');
  const outputs = (template: string | undefined) =>
    Object.values((JSON.parse(template ?? '{}') as { Outputs?: Record<string, { Export?: unknown }> }).Outputs ?? {});

  it('keeps the table that it had, as it was', () => {
    const tableOf = (stage: typeof before) => stage.ofType('AWS::DynamoDB::Table');
    expect(tableOf(after)).toEqual(tableOf(before));
  });

  it('uses the restored one everywhere: variables, grants, streams', () => {
    const functions = after.ofType('AWS::Lambda::Function').flatMap(({ properties }) => {
      const { Variables = {} } = (properties['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
      return 'TABLE_NAME' in Variables ? [JSON.stringify(Variables['TABLE_NAME'])] : [];
    });
    expect(functions.length).toBeGreaterThan(20);
    for (const variable of functions) expect(variable).toContain(name);
    const mappings = after
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => JSON.stringify(properties['EventSourceArn']).includes('stream'));
    expect(mappings.map(({ properties }) => properties['EventSourceArn'])).toEqual([streamArn, streamArn]);
    for (const [stack, template] of others) {
      expect(template, stack).not.toMatch(/table\/ssc-prod[^-]/);
      expect(template, stack).not.toMatch(/ssc-prod-data:ExportsOutput\w*TableTable/);
    }
  });

  it('exports nothing of the table that another stack could hold on to', () => {
    const exported = outputs(before.templates['ssc-prod-data']).filter(({ Export }) => Export !== undefined);
    // The key stays: a restored table is encrypted under the same.
    expect(exported.map(({ Export }) => JSON.stringify(Export))).toEqual([expect.stringContaining('TableKey')]);
    expect(before.templates['ssc-prod-events']).toContain('Fn::GetStackOutput');
  });
});
