import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import type { Bundles } from '../bundle.ts';
import type { AlarmTopics } from './alarm-topics.ts';
import type { StageConfig } from '../settings/settings-schema.ts';

/** What every construct of one stage needs to know. */
export interface StageContext {
  readonly config: StageConfig;
  readonly bundles: Bundles;
  /** Where alarms are sent; without it they are only visible in CloudWatch. */
  readonly alarmTopics?: AlarmTopics | undefined;
}

/** Where a function stands in its stack: `blocks-api` is the construct `BlocksApi`. */
export function constructIdOf(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
}

/** The deployed name of a resource: explicit, because people, alarms and callers' policies know it by this name. */
export function nameOf(config: StageConfig, purpose?: string): string {
  return purpose === undefined ? `ssc-${config.stage}` : `ssc-${config.stage}-${purpose}`;
}

/** The name of what belongs to the account and not to a region, such as a role: the stage may be deployed in a second region. */
export function globalNameOf(config: StageConfig, purpose: string): string {
  return `${nameOf(config, purpose)}-${Aws.REGION}`;
}

/** What becomes of a resource that holds something: kept, but not by a first deployment that failed, so that it can be repeated. */
export function removalOf({ keepsData }: StageConfig): RemovalPolicy {
  return keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}
