import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Bundles } from '../bundle.ts';
import type { StageConfig } from '../config.ts';

/** What every construct of one stage needs to know. */
export interface StageContext {
  readonly config: StageConfig;
  readonly bundles: Bundles;
  /** Where alarms are sent; without it they are only visible in CloudWatch. */
  readonly alarmTopic?: ITopic | undefined;
}

/** Where a function stands in its stack: `blocks-api` is the construct `BlocksApi`. */
export function constructIdOf(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
}

/** The deployed name of a resource: explicit, because people, alarms and callers' policies know it by this name. */
export function nameOf(config: StageConfig, purpose?: string): string {
  return purpose === undefined ? `ssc-${config.stage}` : `ssc-${config.stage}-${purpose}`;
}
