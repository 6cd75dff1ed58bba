import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../local/core/access/policy-document.ts';
import type { Json } from '../../../local/core/assembly/json.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const role = 'arn:aws:iam::222222222222:role/checkout';
const stage = synthesizeStage(
  'prod',
  {},
  { callerPrincipals: { 'order-service': [role], marketplace: ['333333333333'] } },
);
const trusted = (caller: string) => {
  const found = stage
    .ofType('AWS::IAM::Role')
    .find(({ properties }) => JSON.stringify(properties['RoleName'])?.includes(`-${caller}-`));
  // Of this account's root there is no more in a template than how its ARN is joined.
  const document = JSON.parse(
    JSON.stringify(found?.properties['AssumeRolePolicyDocument']).replaceAll(
      /\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},"(:iam::\d+:root)"\]\]\}/g,
      '"arn:aws$1"',
    ),
  ) as Json;
  return readStatements(document, caller).flatMap(({ principals }) => principals);
};

describe('the roles of callers', () => {
  it('can be taken by those of other accounts whom the stage’s file names, and by nobody else', () => {
    expect(trusted('order-service')).toEqual([`AWS:${role}`]);
    expect(trusted('marketplace')).toEqual(['AWS:arn:aws:iam::333333333333:root']);
  });

  it('can be taken by this account where the file names nobody', () => {
    const ops = stage
      .ofType('AWS::IAM::Role')
      .find(({ properties }) => JSON.stringify(properties['RoleName'])?.includes('-ops-'));
    expect(JSON.stringify(ops?.properties['AssumeRolePolicyDocument'])).toContain('{"Ref":"AWS::AccountId"},":root"');
  });
});
