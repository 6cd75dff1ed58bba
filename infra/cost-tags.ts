import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StageConfig } from './settings/settings-schema.ts';

/**
 * Says on every resource of these stacks to which bill it belongs. On one machine nothing is charged, and nothing tagged.
 *
 * @param stacks of the stage alone: one that all stages share would change hands with each deployment.
 */
export function tagCosts(
  stacks: readonly IConstruct[],
  { stage, costTags = {} }: Pick<StageConfig, 'stage' | 'costTags'>,
): void {
  if (stage === 'local') return;
  const tags = { ...costTags, service: 'seller-security-center', stage };
  for (const stack of stacks) for (const [name, value] of Object.entries(tags)) Tags.of(stack).add(name, value);
}
