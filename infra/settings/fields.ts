import * as z from 'zod';

/** Kinds of settings. Each says, when it is wrong, what is allowed: the sentence goes on behind the setting's name. */

/** Named settings and no others. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no setting ${issue.keys.join(', ')}: there are ${Object.keys(shape).join(', ')}`
        : `must be an object with ${Object.keys(shape).join(', ')}`,
  });
}

export const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
};

export const number = (from: number, to: number) => {
  const error = `must be a number from ${from} to ${to}`;
  return z.number({ error }).min(from, { error }).max(to, { error });
};

export const yesOrNo = z.boolean({ error: 'must be true or false' });

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

export const oneNumberOf = (values: readonly number[]) => {
  const error = `must be one of ${values.join(', ')}`;
  return z.number({ error }).refine((value) => values.includes(value), { error });
};

/** @param is what the text must be, e.g. `the ARN of a topic`. */
export const textLike = (pattern: RegExp, is: string) =>
  z.string({ error: `must be ${is}` }).regex(pattern, { error: `must be ${is}` });

export const text = textLike(/\S/, 'a text');

export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'must be a list' });

export const emailAddress = z.email({ error: 'must be an e-mail address' });

export const webAddress = (protocol: RegExp, is: string) => z.url({ protocol, error: `must be ${is}` });

/** An ARN, maybe of the one region in which CloudFront takes what belongs to it. */
export function arnOf(service: string, resource: string, region?: 'us-east-1') {
  const start = new RegExp(`^arn:aws[a-z-]*:${service}:${region ?? '[a-z0-9-]+'}:\\d{12}:${resource}\\S+$`);
  return textLike(start, `the ARN of a ${resource}… of ${service}${region === undefined ? '' : ` in ${region}`}`);
}
