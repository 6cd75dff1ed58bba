import { streams, workQueues } from '../infra/names.ts';

/** One of the deployment's dead-letter queues, named without its `ssc-<stage>-` prefix; and where its dead letters came from. */
export type DeadLetterQueue =
  /** Messages of one work queue. */
  | { readonly kind: 'work'; readonly name: string; readonly source: string }
  /** Events of the bus that no rule knew, each wrapped with the reason. */
  | { readonly kind: 'unrouted'; readonly name: string }
  /** Where records lay in the table's stream, which forgets them after a day: there is nothing to be sent again. */
  | { readonly kind: 'stream'; readonly name: string; readonly covered: string };

/** All of them; a test holds this list against the template. */
export const deadLetterQueues: readonly DeadLetterQueue[] = [
  ...workQueues.map((source) => ({ kind: 'work', name: `${source}-dead-letters`, source }) as const),
  { kind: 'unrouted', name: 'unrouted-events' },
  ...streams.map(
    ({ stream, lossIsCovered }) =>
      ({ kind: 'stream', name: `${stream}-dead-letters`, covered: lossIsCovered }) as const,
  ),
];

/**
 * The queue that somebody means, by its name, by that of its work queue, or by the deployed name of either; `undefined`
 * when there is none.
 */
export function findDeadLetterQueue(stage: string, meant: string): DeadLetterQueue | undefined {
  const prefix = `ssc-${stage}-`;
  const name = meant.startsWith(prefix) ? meant.slice(prefix.length) : meant;
  return deadLetterQueues.find((queue) => queue.name === name || queue.name === `${name}-dead-letters`);
}
