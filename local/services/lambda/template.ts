import { basename } from 'node:path';
import type { StackTemplate } from '../../core/assembly/cloud-assembly.ts';
import type { Catalog } from '../../core/assembly/catalog.ts';
import type { FunctionModel } from './model.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import { asNumber, asObject, asText, withoutUndefined } from '../../core/assembly/json.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import { noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceType, ResourceTypes } from '../../core/assembly/resource.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import { bucketDeploymentType } from '../s3/template.ts';

const functionType: ResourceType = {
  rules: {
    Architectures: noEffect('the bundles are JavaScript'),
    Code: object({ S3Bucket: used, S3Key: used }),
    DeadLetterConfig: object({ TargetArn: used }),
    Description: noEffect('a description is for people'),
    Environment: object({ Variables: used }),
    EphemeralStorage: noEffect('functions share the machine’s disk'),
    FunctionName: used,
    Handler: used,
    // Read only to be refused, but for the function of a custom resource, which another service performs.
    Layers: used,
    KmsKeyArn: noEffect('the environment is not encrypted locally'),
    LoggingConfig: noEffect('lines of functions go to the runtime’s own log'),
    MemorySize: used,
    PackageType: only('Zip'),
    RecursiveLoop: noEffect('loops show themselves in the recorded calls'),
    ReservedConcurrentExecutions: used,
    Role: used,
    Runtime: only('nodejs20.x', 'nodejs22.x', 'nodejs24.x', 'python3.13'),
    RuntimeManagementConfig: noEffect('the machine’s own Node.js runs the functions'),
    Tags: tags,
    Timeout: used,
    TracingConfig: noEffect('no traces on one machine'),
  },
  identify: ({ properties, generatedName }, { region, account }) => {
    const name = asText(properties['FunctionName']) ?? generatedName();
    return { ref: name, attributes: { Arn: `arn:aws:lambda:${region}:${account}:function:${name}` } };
  },
};

export const lambdaTypes: ResourceTypes = {
  'AWS::Lambda::Function': functionType,
  'AWS::Lambda::LayerVersion': {
    rules: withoutEffect('no function that runs here has layers', 'Content', 'Description'),
    identify: ({ generatedName }, { region, account }) => ({
      ref: `arn:aws:lambda:${region}:${account}:layer:${generatedName()}:1`,
    }),
  },
  'AWS::Lambda::Permission': {
    rules: { Action: used, FunctionName: used, Principal: used, SourceAccount: used, SourceArn: used },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
  'AWS::Lambda::EventInvokeConfig': {
    rules: {
      DestinationConfig: object({ OnFailure: object({ Destination: used }) }),
      FunctionName: used,
      MaximumEventAgeInSeconds: noEffect('local retries are over within minutes, sooner than any age in use'),
      MaximumRetryAttempts: used,
      Qualifier: only('$LATEST'),
    },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};

/**
 * Functions with their code folders and resource policies. Defaults are Lambda's: 3 s, 128 MB.
 * A permission for a function that the assembly does not hold is a problem.
 */
export function readFunctions(catalog: Catalog, stacks: readonly StackTemplate[]): readonly FunctionModel[] {
  const names = new Set(catalog.ofType('AWS::Lambda::Function').map((resource) => resource.ref));
  const permissions = new Map<string, PolicyStatement[]>();
  catalog.read('AWS::Lambda::Permission', ({ properties, path }) => {
    const name = functionName(properties['FunctionName']);
    if (!names.has(name)) throw new Error(`there is no function ${name}`);
    permissions.set(name, [...(permissions.get(name) ?? []), readPermission(properties, path)]);
  });
  const invocation = readEventInvokeConfigs(catalog);
  const performedHere = new Set(
    catalog.ofType(bucketDeploymentType).map(({ properties }) => properties['ServiceToken']),
  );
  const functions = catalog.read('AWS::Lambda::Function', ({ properties, ref, attributes, path, stack }) => {
    const arn = attributes['Arn'] ?? '';
    if (performedHere.has(arn)) return [];
    assertRunsHere(properties);
    const key = asText(asObject(properties['Code'])['S3Key']) ?? '';
    const codeDirectory = stacks.find(({ name }) => name === stack)?.assets.get(basename(key));
    if (codeDirectory === undefined) throw new Error(`property Code: the assembly holds no asset ${key}`);
    const variables = Object.entries(asObject(asObject(properties['Environment'])['Variables']));
    const model: FunctionModel = withoutUndefined({
      name: ref,
      arn,
      path,
      codeDirectory,
      handler: asText(properties['Handler']) ?? 'index.handler',
      timeoutSeconds: asNumber(properties['Timeout']) ?? 3,
      memoryMegabytes: asNumber(properties['MemorySize']) ?? 128,
      environment: Object.fromEntries(variables.map(([name, value]) => [name, String(value)])),
      roleArn: asText(properties['Role']) ?? '',
      reservedConcurrency: asNumber(properties['ReservedConcurrentExecutions']),
      asynchronous: readAsynchronous(
        asText(asObject(properties['DeadLetterConfig'])['TargetArn']),
        invocation.get(ref),
      ),
      permissions: (permissions.get(ref) ?? []).map((statement) => ({ ...statement, resources: [arn] })),
    });
    return [model];
  });
  return functions.flat();
}

function assertRunsHere(properties: JsonObject): void {
  const runtime = asText(properties['Runtime']) ?? '';
  if (!runtime.startsWith('nodejs')) throw new Error(`property Runtime: ${runtime} is not supported`);
  if (properties['Layers'] !== undefined) throw new Error('property Layers: is not supported');
}

/** Settings of asynchronous invocations by function name. */
function readEventInvokeConfigs(catalog: Catalog): ReadonlyMap<string, JsonObject> {
  const configs = catalog.read('AWS::Lambda::EventInvokeConfig', ({ properties }) => properties);
  return new Map(configs.map((properties) => [functionName(properties['FunctionName']), properties] as const));
}

function readAsynchronous(
  deadLetterArn: string | undefined,
  config: JsonObject | undefined,
): FunctionModel['asynchronous'] {
  if (deadLetterArn === undefined && config === undefined) return undefined;
  return withoutUndefined({
    deadLetterArn,
    maximumRetryAttempts: asNumber(config?.['MaximumRetryAttempts']),
    onFailureArn: asText(asObject(asObject(config?.['DestinationConfig'])['OnFailure'])['Destination']),
  });
}

/** The name in a function's name, ARN or partial ARN. */
function functionName(value: unknown): string {
  return String(value).replace(/^.*:function:/, '');
}

/** The statement that Lambda writes into the function's policy for a permission: sources are compared as ARN patterns. */
function readPermission(properties: JsonObject, path: string): PolicyStatement {
  const principal = asText(properties['Principal']) ?? '';
  const sourceArn = asText(properties['SourceArn']);
  const sourceAccount = asText(properties['SourceAccount']);
  const arnLike = sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': [sourceArn] } };
  const sameAccount = sourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': [sourceAccount] } };
  return {
    effect: 'Allow',
    actions: [asText(properties['Action']) ?? ''],
    resources: [],
    conditions: { ...arnLike, ...sameAccount },
    principals: [principal.includes('.amazonaws.com') ? `Service:${principal}` : `AWS:${principal}`],
    source: `${path} #1`,
  };
}
