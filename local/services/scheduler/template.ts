import type { Catalog } from '../../core/assembly/catalog.ts';
import type { ScheduleGroupModel, ScheduleModel } from './model.ts';
import { asNumber, asObject, asText, withoutUndefined } from '../../core/assembly/json.ts';
import { noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { Place, ResourceTypes } from '../../core/assembly/resource.ts';

export const schedulerTypes: ResourceTypes = {
  'AWS::Scheduler::ScheduleGroup': {
    rules: { Name: used, Tags: tags },
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['Name']) ?? generatedName();
      return { ref: name, attributes: { Arn: `arn:aws:scheduler:${region}:${account}:schedule-group/${name}` } };
    },
  },
  'AWS::Scheduler::Schedule': {
    rules: {
      Description: noEffect('a description is for people'),
      FlexibleTimeWindow: object({ Mode: only('OFF') }),
      GroupName: used,
      KmsKeyArn: noEffect('schedules are not encrypted locally'),
      Name: used,
      ScheduleExpression: used,
      ScheduleExpressionTimezone: used,
      State: used,
      Target: object({
        Arn: used,
        DeadLetterConfig: object({ Arn: used }),
        Input: used,
        RetryPolicy: object({ MaximumEventAgeInSeconds: used, MaximumRetryAttempts: used }),
        RoleArn: used,
      }),
    },
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['Name']) ?? generatedName();
      const group = asText(properties['GroupName']) ?? 'default';
      return { ref: name, attributes: { Arn: `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}` } };
    },
  },
};

/** The groups of the template, and the one that every account has. */
export function readScheduleGroups(
  catalog: Catalog,
  { account, region }: Pick<Place, 'account' | 'region'>,
): readonly ScheduleGroupModel[] {
  const named = catalog.read('AWS::Scheduler::ScheduleGroup', ({ ref, attributes }) => ({
    name: ref,
    arn: attributes['Arn'] ?? '',
  }));
  return [{ name: 'default', arn: `arn:aws:scheduler:${region}:${account}:schedule-group/default` }, ...named];
}

export function readSchedules(catalog: Catalog): readonly ScheduleModel[] {
  return catalog.read('AWS::Scheduler::Schedule', ({ properties, ref, attributes, path }) => {
    const target = asObject(properties['Target']);
    const retry = asObject(target['RetryPolicy']);
    return withoutUndefined({
      name: ref,
      arn: attributes['Arn'] ?? '',
      path,
      expression: asText(properties['ScheduleExpression']) ?? '',
      timeZone: asText(properties['ScheduleExpressionTimezone']) ?? 'UTC',
      enabled: properties['State'] !== 'DISABLED',
      targetArn: asText(target['Arn']) ?? '',
      roleArn: asText(target['RoleArn']) ?? '',
      input: asText(target['Input']),
      deadLetterArn: asText(asObject(target['DeadLetterConfig'])['Arn']),
      maximumRetryAttempts: asNumber(retry['MaximumRetryAttempts']),
      maximumEventAgeSeconds: asNumber(retry['MaximumEventAgeInSeconds']),
    });
  });
}
