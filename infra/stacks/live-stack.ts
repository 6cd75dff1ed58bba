import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LiveApi } from '../constructs/live-api.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { constructIdOf } from '../constructs/stage-context.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { ofKind } from '../function-definition.ts';
import type { DeployedFunction } from '../function-definition.ts';
import type { DataStack } from './data-stack.ts';

export interface LiveStackProps extends StackProps, StageContext {
  readonly functions: readonly DeployedFunction[];
  readonly data: DataStack;
}

/** The WebSocket. A stack before the events': what publishes must know where the connections are. */
export class LiveStack extends Stack {
  readonly live: LiveApi;

  constructor(scope: Construct, id: string, props: LiveStackProps) {
    super(scope, id, props);
    const { config, bundles, alarmTopics, data } = props;
    this.live = new LiveApi(this, 'Live', { config, alarmTopics });
    for (const definition of ofKind(props.functions, 'socket')) {
      const context = { config, bundles, alarmTopics, table: data.table };
      const socket = new ServiceFunction(this, constructIdOf(definition.name), { ...context, definition });
      this.live.route(socket, ...definition.routeKeys);
      if (definition.grants.postsToConnections) this.live.letPost(socket);
    }
    new CfnOutput(this, 'LiveUrl', { value: this.live.url });
  }
}
