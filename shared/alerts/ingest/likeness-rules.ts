import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { highRiskBuyer, orderInsideBlock } from '../../kernel/words/alerts.ts';
import type { Alert, Flag } from '../rules.ts';

/** A number from 0 to below 1, which nobody can foretell or compute again. */
export type Draw = () => number;

/** An alert about an order, and when that was placed, where that has been told. */
export interface ShownAlert {
  readonly alert: Alert;
  readonly placedAt: EpochMilliseconds | undefined;
}

/** What a flag of our own for a block of another account is to look like. */
export interface Likeness {
  readonly model: Alert | undefined;
  readonly onItsWayMilliseconds: number;
  /** The order has to be so old: the risk systems take their time, and sellers know when an order was placed. */
  readonly leastAgeMilliseconds: number;
}

/** Risk systems that take longer are not waited for: the event would hold up others. */
const longestAge = 10_000;

/**
 * A seller who could tell such a flag from those of the risk systems would know a link, and knows only the alerts of their
 * own shop: so it takes its form from one of those, drawn by chance. Without any, it takes as long as a flag usually does.
 *
 * @param shown alerts of the shop about orders, whoever raised them.
 * @param age of the order, in milliseconds: what was raised of a younger one cannot be followed any more.
 */
export function drawLikeness(shown: readonly ShownAlert[], age: number, draw: Draw): Likeness {
  const model = modelFrom(shown, age, draw);
  const onItsWayMilliseconds = model
    ? (model.alert.raisedAt - model.alert.flaggedAt) * about(draw)
    : usualMilliseconds(draw);
  const seenAfter = model && untilFlagged(model);
  const untilSeen = seenAfter === undefined ? 1000 * draw() : seenAfter * about(draw);
  const leastAgeMilliseconds = Math.min(longestAge, untilSeen + onItsWayMilliseconds);
  return { model: model?.alert, onItsWayMilliseconds, leastAgeMilliseconds };
}

/** A copy to the millisecond would be told by that. */
function about(draw: Draw): number {
  return 0.8 + 0.4 * draw();
}

/** How long after it was placed the order was flagged; `undefined` where that says nothing. */
function untilFlagged({ alert, placedAt }: ShownAlert): number | undefined {
  return placedAt === undefined || placedAt > alert.flaggedAt ? undefined : alert.flaggedAt - placedAt;
}

/** The flag in that form: when it was seen, and whether it has a score and a deadline. Both are ours to set, as the flag is. */
export function inLikenessOf({ model, onItsWayMilliseconds }: Likeness, flag: Flag, now: EpochMilliseconds): Flag {
  const { amount, flaggedAt: placedAt, ...rest } = flag;
  const seenAt = Math.max(Math.min(placedAt, now), Math.round(now - onItsWayMilliseconds));
  // As fine as the clock of the risk systems.
  const flaggedAt = model && model.flaggedAt % 1000 === 0 ? Math.max(seenAt - (seenAt % 1000), placedAt) : seenAt;
  const respondBy = model?.respondBy === undefined ? undefined : flaggedAt + model.respondBy - model.flaggedAt;
  return {
    ...rest,
    flaggedAt,
    ...(amount === undefined || (model && !model.amount) ? {} : { amount }),
    ...(model?.riskScore === undefined ? {} : { riskScore: model.riskScore }),
    ...(respondBy === undefined || respondBy <= now ? {} : { respondBy }),
  };
}

/**
 * One that its first flag raised and no other has changed since; with the same reason, where there are such, and of these one
 * that was raised of an order that was not younger.
 */
function modelFrom(shown: readonly ShownAlert[], age: number, draw: Draw): ShownAlert | undefined {
  // Not of our own: copies of copies would grow more and more alike.
  const flagged = shown.filter(
    ({ alert: { reasons, flaggedAt, raisedAt, raisedThroughLink } }) =>
      flaggedAt <= raisedAt && !raisedThroughLink && !reasons.includes(orderInsideBlock),
  );
  const alike = firstWithAny(
    flagged.filter(({ alert }) => alert.reasons.includes(highRiskBuyer)),
    flagged,
  );
  const models = firstWithAny(
    alike.filter(({ alert, placedAt }) => placedAt !== undefined && alert.raisedAt - placedAt >= age),
    alike,
  );
  return models[Math.floor(draw() * models.length)];
}

function firstWithAny<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  return one.length > 0 ? one : other;
}

/** Some tenths of a second to some seconds: a bus, a queue, and now and then a cold start. */
function usualMilliseconds(draw: Draw): number {
  return 200 * 10 ** (draw() + 0.3 * draw());
}
