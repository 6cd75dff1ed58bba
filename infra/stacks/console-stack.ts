import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { ConsoleDistribution } from '../constructs/console-distribution.ts';
import { ConsoleFiles } from '../constructs/console-files.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import type { SellerTokens } from './identity-stack.ts';

export interface ConsoleStackProps extends StackProps, Pick<StageContext, 'config'> {
  /** What the console's build made. */
  readonly directory: string;
  readonly api: HttpApi;
  readonly liveUrl: string;
  readonly sellerTokens: SellerTokens;
}

/** The seller console: its files behind CloudFront, with the seller API at the same address. */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { config, directory, api, liveUrl, sellerTokens } = props;
    const { issuer, clientId, origins } = sellerTokens;
    const files = new ConsoleFiles(this, 'Files', { config, directory });
    const { distribution } = new ConsoleDistribution(this, 'Console', {
      config,
      bucket: files.bucket,
      api,
      connections: [liveUrl, ...origins],
    });
    const { stage, pictures } = config;
    const settings = { issuer, clientId, scope: 'openid ssc/seller', liveUrl, stage };
    files.deploy(distribution, { ...settings, ...(pictures && { pictures }) });
    new CfnOutput(this, 'ConsoleAddress', { value: `https://${distribution.distributionDomainName}` });
  }
}
