import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LiveApi } from '../constructs/live-api.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import type { DataStack } from './data-stack.ts';

export interface LiveStackProps extends StackProps, StageContext {
  readonly data: DataStack;
}

/** The WebSocket. A stack before the events': what publishes must know where the connections are. */
export class LiveStack extends Stack {
  readonly live: LiveApi;

  constructor(scope: Construct, id: string, props: LiveStackProps) {
    super(scope, id, props);
    const { config, bundles, alarmTopic, data } = props;
    this.live = new LiveApi(this, 'Live', { config, alarmTopic });
    const socket = new ServiceFunction(this, 'LiveSocket', {
      config,
      bundles,
      alarmTopic,
      table: data.table,
      name: 'live-socket',
      // Below API Gateway's 29 s.
      timeout: Duration.seconds(25),
      memoryMegabytes: 512,
      environment: { ALLOWED_ORIGINS: config.allowedOrigins.join(' ') },
      hurts: 'Sellers cannot connect, or do not catch up: they see alerts only when they reload.',
    });
    this.live.route(socket, '$connect', '$disconnect', '$default', 'catch_up');
    this.live.letPost(socket);
    new CfnOutput(this, 'LiveUrl', { value: this.live.url });
  }
}
