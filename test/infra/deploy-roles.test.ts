import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { synthesizeStage } from './synthesized-stage.ts';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}
interface Template {
  readonly Resources: Readonly<Record<string, { readonly Properties: Readonly<Record<string, unknown>> }>>;
}

const text = readFileSync(new URL('../../.github/aws/deploy-roles.yml', import.meta.url), 'utf8');
const { Resources: resources } = parse(text) as Template;
const policy = resources['ExecutionPolicy']?.Properties['PolicyDocument'] as {
  readonly Statement: readonly Statement[];
};
const actionsOf = ({ Action }: Statement): readonly string[] => (typeof Action === 'string' ? [Action] : Action);
const actions = policy.Statement.flatMap(actionsOf);

/** How IAM calls a service that CloudFormation calls otherwise. */
const prefixes: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2': 'apigateway',
  'AWS::Cognito': 'cognito-idp',
};
const prefixOf = (type: string): string => {
  const service = type.split('::').slice(0, 2).join('::');
  return prefixes[service] ?? service.slice('AWS::'.length).toLowerCase();
};

describe('what CloudFormation may do', () => {
  const stages = [synthesizeStage('prod'), synthesizeStage('prod without an issuer')];
  const types = new Set(stages.flatMap((stage) => stage.resources.map(({ type }) => type)));

  it.each([...types].filter((type) => type.startsWith('AWS::')))('is enough of the service of %s', (type) => {
    expect(actions.filter((action) => action.startsWith(`${prefixOf(type)}:`))).not.toEqual([]);
  });

  it('is nothing of services that no stage has', () => {
    const needed = new Set([...[...types].map(prefixOf), 's3', 'ssm', 'budgets']);
    expect(actions.filter((action) => !needed.has(action.split(':')[0] ?? ''))).toEqual([]);
  });

  it('is not everything, and no user, key or policy of IAM', () => {
    expect(
      actions.filter((action) => /^(\*|iam:\*|iam:.*(User|AccessKey|Group|CreatePolicy|Boundary))/.test(action)),
    ).toEqual([]);
  });

  it('concerns own names only, save where AWS knows none', () => {
    const everywhere = policy.Statement.filter(({ Resource }) => Resource === '*').map(({ Sid }) => Sid);
    expect(everywhere).toEqual(['NoNames']);
    const named = policy.Statement.filter(({ Resource }) => Resource !== '*').flatMap(({ Resource }) =>
      [Resource].flat(),
    );
    const foreign = named.filter((one) => !/ssc-|cdk-|:layer:\*/.test(JSON.stringify(one)));
    expect(foreign).toEqual([]);
  });
});

it('is asked for by one repository and one environment', () => {
  const trust = JSON.stringify(resources['DeployRole']?.Properties['AssumeRolePolicyDocument']);
  expect(trust).toContain('repo:${Repository}:environment:${Stage}');
  expect(trust).toContain('StringEquals');
  expect(trust).not.toContain('StringLike');
});
