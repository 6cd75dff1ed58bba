import { loadFunctions } from '../../../infra/load-functions.ts';
import { ofKind } from '../../../infra/function-definition.ts';
import type { DeployedFunction } from '../../../infra/function-definition.ts';
import { namesBuyers } from '../../../infra/retention.ts';
import type { EventContract } from '../../../shared/contracts/events/event-contract.ts';
import { examplesOf } from '../../builders/items/event-examples.ts';
import { assumptions } from './assumptions.ts';
import { recorded } from './recorded.ts';
import type { OperationName, RecordedOperation } from './recorded.ts';
import { sum, times } from './usage.ts';
import type { Usage } from './usage.ts';

/** What the product does for one thing that happens, in units that AWS charges for. */
export type Pieces = ReturnType<typeof piecesOf>;

const functions = await loadFunctions();
const gigabyte = 1e9;

/** The operation that a consumer of our own events does for each. */
const workOfConsumers: Readonly<Record<string, OperationName>> = {
  'coverage-consumer': 'cover a block of one user ID',
  'live-publisher': 'push to a live feed',
  'retaliation-consumer': 'count a block for the report on retaliation',
  'deadline-scheduler': 'schedule its deadlines',
  'notice-consumer': 'note an alert for a digest',
  'access-notice-consumer': 'tell a shop of its access',
};

export function piecesOf(messagesOfBatch: number) {
  /** A function's work, where this many messages, or requests, share one invocation. */
  const invocation = (operation: RecordedOperation, share = 1): Usage => ({
    readUnits: operation.readUnits,
    writeUnits: operation.writeUnits,
    lambdaRequests: 1 / share,
    lambdaGbSeconds: (memoryOf(operation.function) / 1024) * (billedMilliseconds(operation) / 1000),
    logGb: assumptions.logBytesOfInvocation / share / gigabyte,
  });
  /** One message through a queue: sent, and received and deleted with others. */
  const message: Usage = { queueRequests: 1 + 2 / messagesOfBatch };
  const consumed = (operation: RecordedOperation): Usage => sum(message, invocation(operation, messagesOfBatch));
  const onBus = (event: EventContract): Usage => ({
    busEvents: 1,
    ...(!namesBuyers(event) && { archivedGb: (detailBytes(event) + assumptions.bytesOfEnvelope) / gigabyte }),
  });
  return {
    message,
    consumed,
    invoked: (name: OperationName) => invocation(recorded(name)),
    /** A signed request to the service API. */
    asked: (name: OperationName) =>
      sum(invocation(recorded(name)), { httpRequests: 1, logGb: assumptions.logBytesOfRequest / gigabyte }),
    /** A seller's request, through CloudFront. */
    clicked: (name: OperationName) =>
      sum(invocation(recorded(name)), {
        httpRequests: 1,
        edgeRequests: 1,
        edgeGb: assumptions.bytesOfAnswer / gigabyte,
        logGb: assumptions.logBytesOfRequest / gigabyte,
      }),
    /** An event of the marketplace, with its consumer's work. */
    taken: (event: EventContract, work: RecordedOperation) => sum(onBus(event), consumed(work)),
    /** An event of ours: published behind its write, and consumed by all who read it. */
    published: (event: EventContract) =>
      sum(
        onBus(event),
        invocation(recorded('publish an event'), messagesOfBatch),
        ...consumersOf(event).map((name) => consumed(recorded(workOf(name)))),
      ),
    stored: (bytes: number, months: number): Usage => ({ storedGbMonths: (bytes * months) / gigabyte }),
    times,
  };
}

function billedMilliseconds({ roundTrips }: RecordedOperation): number {
  return assumptions.millisecondsOfWork + roundTrips * assumptions.millisecondsOfRoundTrip;
}

function memoryOf(name: string): number {
  const definition: DeployedFunction | undefined = functions.find((one) => one.name === name);
  if (!definition) throw new Error(`No function is called ${name}.`);
  return definition.memoryMegabytes ?? assumptions.defaultMemoryMegabytes;
}

function consumersOf({ source, type }: EventContract): readonly string[] {
  return ofKind(functions, 'queue')
    .filter(({ events = [] }) => events.some((event) => event.source === source && event.type === type))
    .map(({ name }) => name);
}

function workOf(consumer: string): OperationName {
  const operation = workOfConsumers[consumer];
  if (!operation) throw new Error(`What does ${consumer} do for an event of ours? Say it in pieces.ts.`);
  return operation;
}

function detailBytes(event: EventContract): number {
  const sizes = examplesOf(event).valid.map(({ detail }) => Buffer.byteLength(JSON.stringify(detail)));
  return Math.max(...sizes);
}

/** Queues that Lambda polls. */
export const polledQueues = ofKind(functions, 'queue').length;
