import { targetTypes } from '../../core/assembly/references.ts';
import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { authorizerOffer } from '../iam/service.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import { invokeAsynchronouslyOffer } from '../lambda/service.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import { queuesOffer } from '../sqs/service.ts';
import { createArchives } from './archives.ts';
import { createBus } from './bus.ts';
import { createCrossedEvents, crossedEventRoutes } from './crossed-events.ts';
import { createEventsEndpoint } from './endpoint.ts';
import type { EventEnvelope } from './event-envelope.ts';
import type { EventsTemplate } from './model.ts';
import { eventsTypes, readArchives, readBuses, readRules } from './template.ts';

export const crossedOffer = offer<{ onEvent(listener: (event: EventEnvelope) => void): void }>(
  'events that cross buses',
);

/** EventBridge: buses, and the rules that take their events to queues and functions. */
export const events: Service<EventsTemplate, EventsTemplate & SqsTemplate & LambdaTemplate> = {
  name: 'events',
  resourceTypes: eventsTypes,
  permissions: {
    prefix: 'events',
    conditionKeys: ['events:detail-type', 'events:eventBusInvocation', 'events:source'],
    resourcePolicies: ({ buses }) => buses.map(({ arn, policy }) => ({ arn, statements: policy })),
  },
  read: (catalog) => ({
    archives: readArchives(catalog),
    buses: readBuses(catalog),
    rules: readRules(catalog),
  }),
  check: ({ rules }, references) =>
    rules.flatMap(({ path, targets }) =>
      targets.flatMap(({ arn, deadLetterArn }) =>
        [arn, deadLetterArn].flatMap((one) => references.missing(path, one, targetTypes)),
      ),
    ),
  open({ deployment, offers, clock, log }) {
    const crossed = createCrossedEvents();
    const listeners: ((event: EventEnvelope) => void)[] = [];
    const bus = createBus(deployment, {
      queues: offers.take(queuesOffer),
      invokeAsynchronously: offers.take(invokeAsynchronouslyOffer),
      authorizer: offers.take(authorizerOffer),
      clock,
      log,
      observe(busName, event, matchedRules) {
        crossed.observe(busName, event, matchedRules);
        archives.observe(busName, event);
        for (const listener of listeners) listener(event);
      },
    });
    const archives = createArchives(deployment.archives, { clock, replay: bus.replay });
    offers.add(crossedOffer, { onEvent: (listener) => void listeners.push(listener) });
    return {
      endpoint: createEventsEndpoint(deployment, bus, archives),
      localRoutes: crossedEventRoutes(crossed),
    };
  },
};
