import { ofKind } from '../../../infra/function-definition.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';
import { assumptions, shopMonth, sizes } from '../cost/assumptions.ts';
import type { Size } from '../cost/assumptions.ts';
import { shopMonthOf } from '../cost/lives.ts';
import { recorded, recordedStatuses } from '../cost/recorded.ts';
import { sum } from '../cost/usage.ts';
import type { Unit } from '../cost/usage.ts';

const secondsOfMonth = 30 * 24 * 60 * 60;
/** The busiest minute of a usual day, to its average. A sale has more: ask before it. */
export const peakToAverage = 5;
/** As many as SQS gives a function at once. */
const mostOfBatch = 10;

const functions = await loadFunctions();

/** How much happens in the busiest minute, a second. */
export interface Load {
  readonly size: Size;
  /** Of what AWS charges for, all shops together. */
  perSecond(unit: Unit): number;
  perDay(unit: Unit): number;
  readonly statuses: number;
  readonly gateDecisions: number;
  readonly sellerRequests: number;
  readonly newConnections: number;
  readonly openConnections: number;
  /** Alerts that wait, with two schedules each, for the day that sellers have. */
  readonly schedules: number;
}

export const loads: readonly Load[] = sizes.map(loadOf);

function loadOf(size: Size): Load {
  const { shops, messagesOfBatch } = size;
  const month = sum(...Object.values(shopMonthOf(messagesOfBatch)));
  const peak = (eachShop: number) => ((shops * eachShop) / secondsOfMonth) * peakToAverage;
  const { orders, gateDecisionsOfOrder, sessions, requestsOfSession, minutesOfSession, alertsOfOrder } = shopMonth;
  return {
    size,
    perSecond: (unit) => peak(month[unit] ?? 0),
    perDay: (unit) => (shops * (month[unit] ?? 0)) / 30,
    statuses: peak(orders * recordedStatuses.length),
    gateDecisions: peak(orders * gateDecisionsOfOrder),
    sellerRequests: peak(sessions * requestsOfSession),
    newConnections: peak(sessions),
    openConnections: peak(sessions * minutesOfSession * 60),
    schedules: (shops * orders * alertsOfOrder * 2) / 30,
  };
}

/** Messages a second that a consumer takes with full batches, whose messages it works on side by side. */
export function mostMessages(consumer: string): number {
  const definition = ofKind(functions, 'queue').find(({ name }) => name === consumer);
  if (!definition) throw new Error(`No consumer is called ${consumer}.`);
  const { roundTrips } = recorded("take a buyer's first order");
  const seconds =
    (assumptions.millisecondsOfWork * mostOfBatch + roundTrips * assumptions.millisecondsOfRoundTrip) / 1000;
  return (definition.maximumConcurrency * mostOfBatch) / seconds;
}

/** Executions of Lambda at one time: of consumers never more than their own limits together. */
export function concurrency(load: Load): number {
  const gate = (load.gateDecisions * billed('gate: allow')) / 1000;
  const sellers = (load.sellerRequests * billed('list open alerts')) / 1000;
  const consumers = ofKind(functions, 'queue').reduce((total, { maximumConcurrency }) => total + maximumConcurrency, 0);
  const messages = (load.statuses * billed("take a buyer's first order")) / 1000 / load.size.messagesOfBatch;
  return gate + sellers + Math.min(consumers, messages * 1.5);
}

function billed(name: Parameters<typeof recorded>[0]): number {
  return assumptions.millisecondsOfWork + recorded(name).roundTrips * assumptions.millisecondsOfRoundTrip;
}
