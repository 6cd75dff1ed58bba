import * as z from 'zod';
import type { JsonObject } from '../../core/assembly/json.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';

/** A payload that a schedule keeps, in bytes. */
const largestInput = 256 * 1024;
const name = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/, 'must match ^[0-9a-zA-Z-_.]+$ and have 1 to 64 characters');
const arn = z.string().regex(/^arn:aws[\w-]*:\S+$/, 'must be an ARN');

/** EventBridge Scheduler's own defaults, which GetSchedule also tells. */
const retryPolicy = z.strictObject({
  MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
  MaximumRetryAttempts: z.int().min(0).max(185).default(185),
});

/**
 * CreateSchedule and UpdateSchedule, of which only what is played here: no start and end dates, no flexible windows, no
 * parameters of other targets than functions and queues.
 */
const definition = z.strictObject({
  Name: name,
  GroupName: name.default('default'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  // Not honoured: measured on AWS, a repeated name is a conflict with any token.
  ClientToken: z.string().min(1).max(64).exactOptional(),
  Description: z.string().max(512).exactOptional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: arn,
    RoleArn: arn,
    Input: z
      .string()
      .min(1)
      .refine((text) => Buffer.byteLength(text) <= largestInput, `must have at most ${largestInput} bytes`)
      .exactOptional(),
    DeadLetterConfig: z.strictObject({ Arn: arn }).exactOptional(),
    RetryPolicy: retryPolicy.prefault({}),
  }),
});
export type ScheduleDefinition = z.infer<typeof definition>;

const reference = z.strictObject({
  Name: name,
  GroupName: name.default('default'),
  ClientToken: z.string().exactOptional(),
});
const listing = z.strictObject({
  ScheduleGroup: name.exactOptional(),
  NamePrefix: name.exactOptional(),
  State: z.enum(['ENABLED', 'DISABLED']).exactOptional(),
  MaxResults: z.coerce.number().pipe(z.int().min(1).max(100)).default(100),
  NextToken: z.string().min(1).max(2_048).exactOptional(),
});

/** @throws AwsError `ValidationException` naming each wrong member. */
export const readDefinition = (input: JsonObject): ScheduleDefinition => read(definition, input);
export const readReference = (input: JsonObject): z.infer<typeof reference> => read(reference, input);
export const readListing = (input: JsonObject): z.infer<typeof listing> => read(listing, input);

function read<Schema extends z.ZodType>(schema: Schema, input: JsonObject): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `'${path.join('.') || 'request'}': ${message}`);
  const noun = problems.length === 1 ? 'error' : 'errors';
  throw new AwsError(
    'ValidationException',
    `${problems.length} validation ${noun} detected: ${problems.join('; ')}. The local AWS endpoint takes no other members.`,
  );
}
