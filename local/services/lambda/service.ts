import { targetTypes } from '../../core/assembly/references.ts';
import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import type { DynamodbTemplate } from '../dynamodb/model.ts';
import { streamsOffer } from '../dynamodb/service.ts';
import type { IamTemplate } from '../iam/model.ts';
import { authorizerOffer, credentialsOffer } from '../iam/service.ts';
import { findUntrusted } from '../iam/trust.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import { queuesOffer } from '../sqs/service.ts';
import { createAsynchronousInvocations } from './asynchronous-invocation.ts';
import { createLambdaEndpoint } from './endpoint.ts';
import { eventSourceMappingTypes, readEventSourceMappings } from './event-source-mapping-template.ts';
import { createEventSources } from './event-sources/event-sources.ts';
import { createFunctions } from './functions.ts';
import type { RunningFunctions } from './functions.ts';
import type { InvokeAsynchronously } from './invocation.ts';
import type { LambdaTemplate } from './model.ts';
import { lambdaTypes, readFunctions } from './template.ts';

export const functionsOffer = offer<RunningFunctions>('functions');
export const invokeAsynchronouslyOffer = offer<InvokeAsynchronously>('asynchronous invocations');

/** Lambda: functions from their bundles in workers, invocations of both kinds, and event source mappings. */
export const lambda: Service<LambdaTemplate, LambdaTemplate & IamTemplate & SqsTemplate & DynamodbTemplate> = {
  name: 'lambda',
  resourceTypes: { ...lambdaTypes, ...eventSourceMappingTypes },
  permissions: {
    prefix: 'lambda',
    resourcePolicies: ({ functions }) => functions.map(({ arn, permissions }) => ({ arn, statements: permissions })),
  },
  read: (catalog, { stacks }) => ({
    functions: readFunctions(catalog, stacks),
    eventSourceMappings: readEventSourceMappings(catalog),
  }),
  check: ({ functions, eventSourceMappings, roles }, references) => [
    ...functions.flatMap(({ path, roleArn, asynchronous }) => [
      ...findUntrusted(roles, path, roleArn, 'lambda.amazonaws.com'),
      ...references.missing(path, asynchronous?.onFailureArn, targetTypes),
      ...references.missing(path, asynchronous?.deadLetterArn, targetTypes),
    ]),
    ...eventSourceMappings.flatMap(({ path, onFailureArn }) => references.missing(path, onFailureArn, targetTypes)),
  ],
  open({ deployment, offers, clock, journal, log, endpointUrl }) {
    const [authorizer, queues, streams] = [
      offers.take(authorizerOffer),
      offers.take(queuesOffer),
      offers.take(streamsOffer),
    ];
    const functions = createFunctions(deployment, {
      clock,
      endpointUrl,
      log,
      // Metrics in the embedded format are for CloudWatch: on a console they would hide what a function says.
      functionLog: (name, line) => void (line.startsWith('{"_aws":') || log(`${name}: ${line}`)),
      credentialsFor: offers.take(credentialsOffer).forFunction,
    });
    const invocations = createAsynchronousInvocations(deployment, { functions, queues, authorizer, clock, log });
    const sources = createEventSources(deployment, { ...streams, functions, queues, authorizer, clock, journal, log });
    streams.onWrite(sources.hint);
    offers.add(functionsOffer, functions);
    offers.add(invokeAsynchronouslyOffer, invocations.invoke);
    return {
      endpoint: createLambdaEndpoint(deployment, functions, invocations.invoke),
      start: sources.start,
      stop: sources.close,
      async close() {
        invocations.close();
        await functions.close();
      },
    };
  },
};
