import type { Service } from './core/service.ts';
import { apiGatewayWebSocket } from './services/apigateway-websocket/service.ts';
import { apiGateway } from './services/apigateway/service.ts';
import { cdk } from './services/cdk/service.ts';
import { cloudFormation } from './services/cloudformation/service.ts';
import { cloudFront } from './services/cloudfront/service.ts';
import { cloudWatch } from './services/cloudwatch/service.ts';
import { dynamodb } from './services/dynamodb/service.ts';
import { events } from './services/events/service.ts';
import { iam } from './services/iam/service.ts';
import { kms } from './services/kms/service.ts';
import { lambda } from './services/lambda/service.ts';
import { logs } from './services/logs/service.ts';
import { s3 } from './services/s3/service.ts';
import { scheduler } from './services/scheduler/service.ts';
import { ses } from './services/ses/service.ts';
import { sns } from './services/sns/service.ts';
import { sqs } from './services/sqs/service.ts';
import { sts } from './services/sts/service.ts';

/** All that runs on this machine. A service stands behind those whose offers it takes. */
export const services = [
  iam,
  sts,
  cloudFormation,
  sqs,
  dynamodb,
  lambda,
  events,
  scheduler,
  ses,
  s3,
  apiGateway,
  cloudFront,
  apiGatewayWebSocket,
  kms,
  // Without effect on one machine.
  logs,
  cloudWatch,
  sns,
  cdk,
] as const satisfies readonly Service[];
