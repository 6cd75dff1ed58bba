import type { Catalog } from '../../core/assembly/catalog.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { RoleModel } from './model.ts';
import { asList, asObject, asStrings, asText } from '../../core/assembly/json.ts';
import { readStatements } from '../../core/access/policy-document.ts';
import { list, noEffect, tags, used } from '../../core/assembly/property-rules.ts';
import type { Resource, ResourceTypes } from '../../core/assembly/resource.ts';

const description = noEffect('a description is for people');

export const iamTypes: ResourceTypes = {
  'AWS::IAM::Role': {
    rules: {
      AssumeRolePolicyDocument: used,
      Description: description,
      ManagedPolicyArns: used,
      MaxSessionDuration: noEffect('local credentials last as long as the runtime'),
      Path: used,
      Policies: list({ PolicyName: used, PolicyDocument: used }),
      RoleName: used,
      Tags: tags,
    },
    identify: ({ properties, generatedName }, { account }) => {
      const name = asText(properties['RoleName']) ?? generatedName();
      const arn = `arn:aws:iam::${account}:role${asText(properties['Path']) ?? '/'}${name}`;
      return { ref: name, attributes: { Arn: arn, RoleId: `AROA${name}` } };
    },
  },
  'AWS::IAM::Policy': {
    rules: { PolicyDocument: used, PolicyName: used, Roles: used },
    identify: ({ properties, generatedName }) => ({ ref: asText(properties['PolicyName']) ?? generatedName(128) }),
  },
  'AWS::IAM::ManagedPolicy': {
    rules: { Description: description, ManagedPolicyName: used, Path: used, PolicyDocument: used, Roles: used },
    identify: ({ properties, generatedName }, { account }) => {
      const name = asText(properties['ManagedPolicyName']) ?? generatedName(128);
      const arn = `arn:aws:iam::${account}:policy${asText(properties['Path']) ?? '/'}${name}`;
      return { ref: arn, attributes: { PolicyArn: arn } };
    },
  },
};

/** What AWS's own policies say, of those that CDK attaches by itself. */
const awsManaged: Readonly<Record<string, readonly string[]>> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
};

/** Every role with all statements that reach it: inline, attached by policy, and managed. */
export function readRoles(catalog: Catalog): readonly RoleModel[] {
  const attached = new Map<string, PolicyStatement[]>();
  const managed = new Map<string, readonly PolicyStatement[]>();
  const attach = (resource: Resource): void => {
    const statements = readStatements(resource.properties['PolicyDocument'], resource.path);
    for (const role of asStrings(resource.properties['Roles']))
      attached.set(role, [...(attached.get(role) ?? []), ...statements]);
    managed.set(resource.ref, statements);
  };
  catalog.read('AWS::IAM::Policy', attach);
  catalog.read('AWS::IAM::ManagedPolicy', attach);
  return catalog.read('AWS::IAM::Role', ({ properties, ref, attributes, path }) => ({
    arn: attributes['Arn'] ?? '',
    name: ref,
    path,
    statements: [
      ...asList(properties['Policies']).flatMap((policy) =>
        readStatements(
          asObject(policy)['PolicyDocument'],
          `${path}/${asText(asObject(policy)['PolicyName']) ?? 'inline'}`,
        ),
      ),
      ...(attached.get(ref) ?? []),
      ...asStrings(properties['ManagedPolicyArns']).flatMap((arn) => managed.get(arn) ?? readAwsManaged(arn)),
    ],
    trust: readStatements(properties['AssumeRolePolicyDocument'], `${path}/AssumeRolePolicyDocument`),
  }));
}

function readAwsManaged(arn: string): readonly PolicyStatement[] {
  const actions = Object.hasOwn(awsManaged, arn) ? awsManaged[arn] : undefined;
  if (actions === undefined) throw new Error(`managed policy ${arn} is not known locally`);
  return [{ effect: 'Allow', actions, resources: ['*'], conditions: {}, principals: [], source: `${arn} #1` }];
}
