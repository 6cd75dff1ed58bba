import type { Catalog } from '../../core/assembly/catalog.ts';
import type { EventSourceMappingModel } from './model.ts';
import {
  asBoolean,
  asList,
  asNumber,
  asObject,
  asStrings,
  asText,
  isJsonObject,
  withoutUndefined,
} from '../../core/assembly/json.ts';
import type { Json } from '../../core/assembly/json.ts';
import { list, noEffect, object, tags, used } from '../../core/assembly/property-rules.ts';
import type { Resource, ResourceTypes } from '../../core/assembly/resource.ts';

export const eventSourceMappingTypes: ResourceTypes = {
  'AWS::Lambda::EventSourceMapping': {
    rules: {
      BatchSize: used,
      BisectBatchOnFunctionError: used,
      DestinationConfig: object({ OnFailure: object({ Destination: used }) }),
      Enabled: used,
      EventSourceArn: used,
      FilterCriteria: object({ Filters: list({ Pattern: used }) }),
      FunctionName: used,
      FunctionResponseTypes: used,
      KmsKeyArn: noEffect('filters are not encrypted locally'),
      MaximumBatchingWindowInSeconds: used,
      MaximumRecordAgeInSeconds: used,
      MaximumRetryAttempts: used,
      MetricsConfig: noEffect('no metrics on one machine'),
      ParallelizationFactor: used,
      ScalingConfig: object({ MaximumConcurrency: used }),
      StartingPosition: used,
      Tags: tags,
    },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};

/** Mappings with Lambda's defaults: 10 messages or 100 records a batch, no window, retries without end. */
export function readEventSourceMappings(catalog: Catalog): readonly EventSourceMappingModel[] {
  const functions = catalog.ofType('AWS::Lambda::Function');
  return catalog.read('AWS::Lambda::EventSourceMapping', ({ properties, path }) => {
    const name = asText(properties['FunctionName'])?.replace(/^.*:function:/, '');
    const target = functions.find((resource) => resource.ref === name);
    if (target === undefined) throw new Error(`there is no function ${name ?? ''}`);
    const sourceArn = asText(properties['EventSourceArn']) ?? '';
    return withoutUndefined({
      path,
      functionArn: target.attributes['Arn'] ?? '',
      sourceArn,
      enabled: asBoolean(properties['Enabled']) ?? true,
      batchSize: asNumber(properties['BatchSize']) ?? (sourceArn.startsWith('arn:aws:sqs:') ? 10 : 100),
      maximumBatchingWindowSeconds: asNumber(properties['MaximumBatchingWindowInSeconds']) ?? 0,
      filters: readFilters(properties['FilterCriteria']),
      reportsBatchItemFailures: asStrings(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures'),
      startingPosition: readStartingPosition(properties),
      bisectOnError: asBoolean(properties['BisectBatchOnFunctionError']),
      maximumRetryAttempts: asNumber(properties['MaximumRetryAttempts']),
      maximumRecordAgeSeconds: asNumber(properties['MaximumRecordAgeInSeconds']),
      onFailureArn: asText(asObject(asObject(properties['DestinationConfig'])['OnFailure'])['Destination']),
      parallelizationFactor: asNumber(properties['ParallelizationFactor']),
      maximumConcurrency: asNumber(asObject(properties['ScalingConfig'])['MaximumConcurrency']),
    });
  });
}

function readFilters(criteria: Json | undefined): EventSourceMappingModel['filters'] {
  return asList(asObject(criteria)['Filters']).map((filter) => {
    const pattern: unknown = JSON.parse(asText(asObject(filter)['Pattern']) ?? '');
    if (!isJsonObject(pattern)) throw new Error('property FilterCriteria: a filter pattern is a JSON object');
    return pattern;
  });
}

function readStartingPosition(properties: Resource['properties']): EventSourceMappingModel['startingPosition'] {
  const position = asText(properties['StartingPosition']);
  if (position !== undefined && position !== 'TRIM_HORIZON' && position !== 'LATEST') {
    throw new Error(`property StartingPosition: ${position} is not supported`);
  }
  return position;
}
