import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { createSqsEndpoint } from './endpoint.ts';
import type { SqsTemplate } from './model.ts';
import { createQueues } from './queues.ts';
import type { Queues } from './queues.ts';
import { readQueues, sqsTypes } from './template.ts';

export const queuesOffer = offer<Queues>('queues');

/** SQS: standard queues with redrive, kept in the journal. */
export const sqs: Service<SqsTemplate> = {
  name: 'sqs',
  resourceTypes: sqsTypes,
  permissions: {
    prefix: 'sqs',
    resourcePolicies: ({ queues }) => queues.map(({ arn, policy }) => ({ arn, statements: policy })),
  },
  read: (catalog) => ({ queues: readQueues(catalog) }),
  open({ deployment, offers, clock, journal }) {
    const queues = createQueues(deployment, { clock, journal });
    offers.add(queuesOffer, queues);
    return { endpoint: createSqsEndpoint(deployment, queues) };
  },
};
