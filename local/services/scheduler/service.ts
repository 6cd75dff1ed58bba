import { targetTypes } from '../../core/assembly/references.ts';
import type { Service } from '../../core/service.ts';
import type { IamTemplate } from '../iam/model.ts';
import { authorizerOffer } from '../iam/service.ts';
import { findUntrusted } from '../iam/trust.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import { invokeAsynchronouslyOffer } from '../lambda/service.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import { queuesOffer } from '../sqs/service.ts';
import { createSchedulerEndpoint } from './endpoint.ts';
import type { SchedulerTemplate } from './model.ts';
import { createScheduleBook } from './schedule-book.ts';
import { createScheduler } from './scheduler.ts';
import { readScheduleGroups, readSchedules, schedulerTypes } from './template.ts';

/** EventBridge Scheduler: the template's schedules, and those that callers make. */
export const scheduler: Service<SchedulerTemplate, SchedulerTemplate & IamTemplate & LambdaTemplate & SqsTemplate> = {
  name: 'scheduler',
  resourceTypes: schedulerTypes,
  permissions: { prefix: 'scheduler' },
  read: (catalog, { place }) => ({
    schedules: readSchedules(catalog),
    scheduleGroups: readScheduleGroups(catalog, place),
  }),
  check: ({ schedules, roles }, references) =>
    schedules.flatMap(({ path, roleArn, targetArn, deadLetterArn }) => [
      ...findUntrusted(roles, path, roleArn, 'scheduler.amazonaws.com'),
      ...references.missing(path, targetArn, targetTypes),
      ...references.missing(path, deadLetterArn, targetTypes),
    ]),
  open({ deployment, offers, clock, journal, log }) {
    const authorizer = offers.take(authorizerOffer);
    const book = createScheduleBook({ journal, clock });
    const firing = createScheduler(deployment, {
      queues: offers.take(queuesOffer),
      invokeAsynchronously: offers.take(invokeAsynchronouslyOffer),
      authorizer,
      book,
      clock,
      journal,
      log,
    });
    return {
      endpoint: createSchedulerEndpoint(deployment, { book, authorizer, clock }),
      start: firing.start,
      stop: firing.close,
    };
  },
};
