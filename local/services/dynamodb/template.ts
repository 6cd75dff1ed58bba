import type { Catalog } from '../../core/assembly/catalog.ts';
import type { KeyModel, TableModel } from './model.ts';
import { asBoolean, asList, asObject, asStrings, asText, withoutUndefined } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import { list, noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { PropertyRules } from '../../core/assembly/property-rules.ts';
import type { NamedResource, Place, Resource, ResourceType, ResourceTypes } from '../../core/assembly/resource.ts';

/** AWS labels a stream by the time of its making; one fixed label keeps ARNs the same from start to start. */
const streamLabel = '2026-01-01T00:00:00.000';

const capacity = noEffect('the local engine does not throttle: inject a fault instead');
const encryption = noEffect('the local store is not encrypted');
const recovery = noEffect('no point-in-time recovery on one machine');
const protection = noEffect('nothing deletes a table locally');
const index = object({ ProjectionType: used, NonKeyAttributes: used });

const shared: PropertyRules = {
  AttributeDefinitions: used,
  BillingMode: only('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: list({
    IndexName: used,
    KeySchema: used,
    Projection: index,
    OnDemandThroughput: capacity,
    WarmThroughput: capacity,
  }),
  KeySchema: used,
  SSESpecification: encryption,
  StreamSpecification: object({ StreamViewType: used }),
  TableName: used,
  TimeToLiveSpecification: object({ AttributeName: used, Enabled: used }),
  WarmThroughput: capacity,
};

const table: ResourceType = {
  rules: {
    ...shared,
    ContributorInsightsSpecification: noEffect('no insights on one machine'),
    DeletionProtectionEnabled: protection,
    OnDemandThroughput: capacity,
    PointInTimeRecoverySpecification: recovery,
    TableClass: noEffect('a table class only changes the price'),
    Tags: tags,
  },
  identify: identifyTable,
};

const globalTable: ResourceType = {
  rules: {
    ...shared,
    Replicas: list({
      ContributorInsightsSpecification: noEffect('no insights on one machine'),
      DeletionProtectionEnabled: protection,
      GlobalSecondaryIndexes: list({
        IndexName: used,
        ContributorInsightsSpecification: noEffect('no insights on one machine'),
      }),
      PointInTimeRecoverySpecification: recovery,
      Region: used,
      SSESpecification: encryption,
      TableClass: noEffect('a table class only changes the price'),
      Tags: tags,
    }),
    WriteOnDemandThroughputSettings: capacity,
  },
  identify: identifyTable,
};

export const dynamodbTypes: ResourceTypes = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': globalTable,
};

function identifyTable({ properties, generatedName }: NamedResource, { region, account }: Place) {
  const name = asText(properties['TableName']) ?? generatedName(255);
  const arn = `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  const stream = properties['StreamSpecification'] === undefined ? {} : { StreamArn: `${arn}/stream/${streamLabel}` };
  return { ref: name, attributes: { Arn: arn, TableId: name, ...stream } };
}

export function readTables(catalog: Catalog, place: Place): readonly TableModel[] {
  const globals = catalog.read('AWS::DynamoDB::GlobalTable', (resource) => {
    const regions = asList(resource.properties['Replicas']).map((replica) => asText(asObject(replica)['Region']));
    if (regions.length !== 1 || regions[0] !== place.region)
      throw new Error('property Replicas: only one replica, in the own region, is supported');
    return readTable(resource);
  });
  return [...catalog.read('AWS::DynamoDB::Table', readTable), ...globals];
}

function readTable({ properties, ref, attributes }: Resource): TableModel {
  const ttl = asObject(properties['TimeToLiveSpecification']);
  return withoutUndefined({
    name: ref,
    arn: attributes['Arn'] ?? '',
    streamArn: attributes['StreamArn'],
    streamView: asText(asObject(properties['StreamSpecification'])['StreamViewType']),
    key: readKey(properties['KeySchema']),
    attributes: Object.fromEntries(
      asList(properties['AttributeDefinitions'])
        .map(asObject)
        .map((attribute) => [String(attribute['AttributeName']), String(attribute['AttributeType'])]),
    ),
    indexes: asList(properties['GlobalSecondaryIndexes']).map(asObject).map(readIndex),
    ttlAttribute: asBoolean(ttl['Enabled']) === true ? asText(ttl['AttributeName']) : undefined,
  });
}

function readIndex(properties: JsonObject): TableModel['indexes'][number] {
  const projection = asObject(properties['Projection']);
  const type = projection['ProjectionType'];
  if (type !== 'ALL' && type !== 'KEYS_ONLY' && type !== 'INCLUDE')
    throw new Error(`unknown projection type ${String(type)}`);
  return {
    name: String(properties['IndexName']),
    ...readKey(properties['KeySchema']),
    projection: type,
    include: asStrings(projection['NonKeyAttributes']),
  };
}

function readKey(schema: Json | undefined): KeyModel {
  const named = (keyType: string): string | undefined =>
    asText(
      asList(schema)
        .map(asObject)
        .find((element) => element['KeyType'] === keyType)?.['AttributeName'],
    );
  return withoutUndefined({ partitionKey: named('HASH') ?? '', sortKey: named('RANGE') });
}
