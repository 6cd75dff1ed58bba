import type { Catalog } from '../../core/assembly/catalog.ts';
import type { ArchiveModel, BusModel, RuleModel, RuleTargetModel } from './model.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import { asList, asNumber, asObject, asText, isJsonObject, withoutUndefined } from '../../core/assembly/json.ts';
import type { Json } from '../../core/assembly/json.ts';
import { readStatement } from '../../core/access/policy-document.ts';
import { list, noEffect, object, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';

const description = noEffect('a description is for people');

export const eventsTypes: ResourceTypes = {
  'AWS::Events::EventBus': {
    rules: {
      DeadLetterConfig: noEffect('it takes events whose encryption failed, and nothing is encrypted locally'),
      Description: description,
      KmsKeyIdentifier: noEffect('events are not encrypted locally'),
      LogConfig: noEffect('events that crossed the bus can be listed'),
      Name: used,
      Tags: tags,
    },
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['Name']) ?? generatedName(256);
      return { ref: name, attributes: { Arn: `arn:aws:events:${region}:${account}:event-bus/${name}`, Name: name } };
    },
  },
  'AWS::Events::EventBusPolicy': {
    rules: { EventBusName: used, Statement: used, StatementId: used },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
  'AWS::Events::Archive': {
    rules: {
      ArchiveName: used,
      Description: description,
      EventPattern: used,
      KmsKeyIdentifier: noEffect('events are not encrypted locally'),
      RetentionDays: noEffect('an archive ends with the runtime'),
      SourceArn: used,
    },
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['ArchiveName']) ?? generatedName(48);
      return {
        ref: name,
        attributes: { ArchiveName: name, Arn: `arn:aws:events:${region}:${account}:archive/${name}` },
      };
    },
  },
  'AWS::Events::Rule': {
    rules: {
      Description: description,
      EventBusName: used,
      EventPattern: used,
      Name: used,
      State: used,
      Targets: list({
        Arn: used,
        DeadLetterConfig: object({ Arn: used }),
        Id: used,
        InputTransformer: object({ InputPathsMap: used, InputTemplate: used }),
        RetryPolicy: object({ MaximumEventAgeInSeconds: used, MaximumRetryAttempts: used }),
      }),
    },
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['Name']) ?? generatedName();
      const bus = busName(properties['EventBusName']);
      const arn = `arn:aws:events:${region}:${account}:rule/${bus === 'default' ? '' : `${bus}/`}${name}`;
      return { ref: bus === 'default' ? name : `${bus}|${name}`, attributes: { Arn: arn } };
    },
  },
};

/** A bus is given by name or by ARN; without one it is the account's default bus. */
function busName(value: Json | undefined): string {
  return (asText(value) ?? 'default').replace(/^.*:event-bus\//, '');
}

export function readBuses(catalog: Catalog): readonly BusModel[] {
  const policies = new Map<string, PolicyStatement[]>();
  catalog.read('AWS::Events::EventBusPolicy', ({ properties, path }) => {
    const bus = busName(properties['EventBusName']);
    const statement = readStatement(asObject(properties['Statement']), `${path} #1`);
    policies.set(bus, [...(policies.get(bus) ?? []), statement]);
  });
  return catalog.read('AWS::Events::EventBus', ({ ref, attributes }) => ({
    name: ref,
    arn: attributes['Arn'] ?? '',
    policy: policies.get(ref) ?? [],
  }));
}

export function readArchives(catalog: Catalog): readonly ArchiveModel[] {
  return catalog.read('AWS::Events::Archive', ({ properties, ref, attributes, path }) => {
    const pattern = properties['EventPattern'];
    return withoutUndefined({
      name: ref,
      arn: attributes['Arn'] ?? '',
      path,
      busName: busName(properties['SourceArn']),
      pattern: isJsonObject(pattern) ? pattern : undefined,
    });
  });
}

export function readRules(catalog: Catalog): readonly RuleModel[] {
  return catalog.read('AWS::Events::Rule', ({ properties, ref, attributes, path }) => {
    if (!isJsonObject(properties['EventPattern'])) throw new Error('property EventPattern: a rule needs one');
    return {
      name: ref.replace(/^.*\|/, ''),
      arn: attributes['Arn'] ?? '',
      path,
      busName: busName(properties['EventBusName']),
      pattern: properties['EventPattern'],
      enabled: properties['State'] !== 'DISABLED',
      targets: asList(properties['Targets']).map(readTarget),
    };
  });
}

function readTarget(value: Json): RuleTargetModel {
  const target = asObject(value);
  const retry = asObject(target['RetryPolicy']);
  const transformer = target['InputTransformer'];
  return withoutUndefined({
    id: asText(target['Id']) ?? '',
    arn: asText(target['Arn']) ?? '',
    deadLetterArn: asText(asObject(target['DeadLetterConfig'])['Arn']),
    maximumRetryAttempts: asNumber(retry['MaximumRetryAttempts']),
    maximumEventAgeSeconds: asNumber(retry['MaximumEventAgeInSeconds']),
    inputTransformer: isJsonObject(transformer)
      ? {
          paths: Object.fromEntries(
            Object.entries(asObject(transformer['InputPathsMap'])).map(([name, path]) => [name, String(path)]),
          ),
          template: asText(transformer['InputTemplate']) ?? '',
        }
      : undefined,
  });
}
