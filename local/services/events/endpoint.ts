import type { Account } from '../../core/assembly/resource.ts';
import { asList, asNumber, asObject, asStrings, asText, withoutUndefined } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import type { Archives, Replay } from './archives.ts';
import type { EventBus } from './bus.ts';
import type { PutEventsEntry } from './event-envelope.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { jsonReply, parseJsonCall } from '../../core/aws-endpoint/endpoint-service.ts';
import type { EndpointService, ParsedCall, Requirement } from '../../core/aws-endpoint/endpoint-service.ts';

const operations = new Set(['PutEvents', 'StartReplay', 'DescribeReplay', 'CancelReplay']);
const maximumEntries = 10;
const maximumBytes = 256 * 1024;

export function createEventsEndpoint(deployment: Account, bus: EventBus, archives: Archives): EndpointService {
  return {
    name: 'events',
    operations: [...operations],
    errors: { style: 'json' },
    refusalStatus: 400,
    parse: (request) => {
      const call = parseJsonCall(request, ['AWSEvents'], operations);
      if (call.operation === 'PutEvents') checkLimits(asList(call.input['Entries']).map(asObject));
      return call;
    },
    requirements: (call) => requirements(call, deployment),
    countItems: ({ input }) => Math.max(1, asList(input['Entries']).length),
    perform: ({ operation, input }) => {
      if (operation !== 'PutEvents') return Promise.resolve(jsonReply(replay(operation, input, archives), '1.1'));
      const results = bus.put(asList(input['Entries']).map(readEntry));
      const failed = results.filter((result) => 'ErrorCode' in result).length;
      return Promise.resolve(jsonReply({ FailedEntryCount: failed, Entries: results }, '1.1'));
    },
  };
}

function checkLimits(entries: readonly JsonObject[]): void {
  if (entries.length < 1 || entries.length > maximumEntries) {
    const bound = entries.length < 1 ? 'greater than or equal to 1' : `less than or equal to ${maximumEntries}`;
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`,
    );
  }
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > maximumBytes) {
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
}

/** As EventBridge documents the size of an entry: its texts in UTF-8, and 14 bytes for a time. */
function sizeOf(entry: JsonObject): number {
  const texts = [
    ...['Source', 'DetailType', 'Detail'].map((name) => asText(entry[name]) ?? ''),
    ...asStrings(entry['Resources']),
  ];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), entry['Time'] === undefined ? 0 : 14);
}

/**
 * `events:source` is a key of many values: whether it holds the source of one entry or those of all of a call is not said.
 * Here it is all that go to the same bus: a policy that judges those rightly judges each of them rightly.
 */
function requirements({ operation, input }: ParsedCall, { account, region }: Account): readonly Requirement[] {
  const onReplay = `arn:aws:events:${region}:${account}:replay/${asText(input['ReplayName']) ?? ''}`;
  const need = (resource: string): Requirement => ({ action: `events:${operation}`, resource, context: {} });
  // AWS names the archive and the replay as resources of the start: a policy that allows both is right in any case.
  if (operation === 'StartReplay') return [need(asText(input['EventSourceArn']) ?? ''), need(onReplay)];
  if (operation !== 'PutEvents') return [need(onReplay)];
  const entries = asList(input['Entries'])
    .map(asObject)
    .map((entry) => ({ entry, bus: (asText(entry['EventBusName']) ?? 'default').replace(/^arn:.*:event-bus\//, '') }));
  return [...Map.groupBy(entries, ({ bus }) => bus)].map(([bus, ofBus]) => ({
    action: 'events:PutEvents',
    resource: `arn:aws:events:${region}:${account}:event-bus/${bus}`,
    context: entriesContext(ofBus.map(({ entry }) => entry)),
    otherReadings: Object.fromEntries(ofBus.map(({ entry }, index) => [`by item ${index}`, entriesContext([entry])])),
  }));
}

function entriesContext(entries: readonly JsonObject[]): Requirement['context'] {
  const valuesOf = (name: string) => [...new Set(entries.flatMap((entry) => asText(entry[name]) ?? []))];
  const filled = Object.entries({
    'events:source': valuesOf('Source'),
    'events:detail-type': valuesOf('DetailType'),
    'events:eventBusInvocation': ['false'],
  }).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filled);
}

function readEntry(value: Json): PutEventsEntry {
  const entry = asObject(value);
  const time = entry['Time'];
  return withoutUndefined({
    Source: asText(entry['Source']),
    DetailType: asText(entry['DetailType']),
    Detail: asText(entry['Detail']),
    EventBusName: asText(entry['EventBusName']),
    Time: typeof time === 'string' ? time : asNumber(time),
    Resources: entry['Resources'] === undefined ? undefined : asStrings(entry['Resources']),
  });
}

function replay(operation: string, input: JsonObject, archives: Archives): JsonObject {
  const name = asText(input['ReplayName']) ?? '';
  if (operation === 'DescribeReplay') return describe(archives.describe(name));
  if (operation === 'CancelReplay') return describe(archives.cancel(name));
  const seconds = (field: string): number => (asNumber(input[field]) ?? 0) * 1000;
  return describe(
    archives.start({
      name,
      archiveArn: asText(input['EventSourceArn']) ?? '',
      from: seconds('EventStartTime'),
      to: seconds('EventEndTime'),
      ruleArns: asStrings(asObject(input['Destination'])['FilterArns']),
    }),
  );
}

/** Times are epoch seconds in EventBridge's JSON. */
function describe({ name, state, from, to, lastReplayedAt }: Replay): JsonObject {
  return {
    ReplayName: name,
    State: state,
    EventStartTime: from / 1000,
    EventEndTime: to / 1000,
    ...(lastReplayedAt === undefined ? {} : { EventLastReplayedTime: lastReplayedAt / 1000 }),
  };
}
