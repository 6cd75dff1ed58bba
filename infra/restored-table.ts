import * as z from 'zod';

/**
 * The table that a restore made, which takes the place of the stack's own: DynamoDB restores into a new name, and a stream's ARN
 * holds the time of its making.
 */
export const restoredTableSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_.-]{3,255}$/, 'must be the name of a table (restoredTable)'),
  streamArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:dynamodb:[^:]+:\d{12}:table\/[^/]+\/stream\/.+$/,
      'must be the ARN of its stream (restoredTableStream)',
    ),
});

/** What is wrong beyond the form of both, in words. */
export function restoredTableProblems(given: { readonly name?: unknown; readonly streamArn?: unknown } = {}) {
  const { name, streamArn } = given;
  if (name === undefined && streamArn === undefined) return [];
  if (name === undefined || streamArn === undefined)
    return ['restoredTable and restoredTableStream: one is nothing without the other'];
  const streamOf = /:table\/([^/]+)\/stream\//.exec(String(streamArn))?.[1];
  return streamOf === undefined || streamOf === name
    ? []
    : [`restoredTableStream: is the stream of the table ${streamOf}, not of ${String(name)}`];
}
