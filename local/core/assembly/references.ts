import type { Resource } from './resource.ts';

/** What the template's resources may refer to. */
export interface References {
  /** The problem of an ARN that no resource of these types has; none when there is no ARN at all. */
  missing(path: string, arn: string | undefined, types: readonly string[]): readonly string[];
}

/** The targets that rules, schedules and failed invocations can have here. */
export const targetTypes = ['AWS::Lambda::Function', 'AWS::SQS::Queue'];

export function createReferences(resources: readonly Resource[]): References {
  const types = new Map(resources.map(({ type, attributes }) => [attributes['Arn'], type]));
  return {
    missing: (path, arn, wanted) =>
      arn === undefined || wanted.includes(types.get(arn) ?? '')
        ? []
        : [`${path}: refers to ${arn}, which no stack holds`],
  };
}
