import type { Deployment } from '../assembly/deployment.ts';
import { createAsynchronousInvocations } from '../compute/asynchronous-invocation.ts';
import { createFunctions, type FunctionsOptions } from '../compute/functions.ts';
import { createSentMessages } from '../door/sent-messages.ts';
import { createAuthorizer } from '../iam/authorizer.ts';
import { createCredentials } from '../iam/credentials.ts';
import { createSignatureVerifier } from '../iam/verify-signature.ts';
import { type BusOptions, createBus } from '../messaging/bus.ts';
import { createQueues } from '../messaging/queues.ts';
import { createScheduleBook } from '../messaging/schedule-book.ts';
import { createScheduler } from '../messaging/scheduler.ts';
import type { Journal, LocalClock, Log } from '../ports.ts';

export interface ServicesOptions extends Pick<FunctionsOptions, 'functionLog'> {
  readonly clock: LocalClock;
  readonly journal: Journal;
  /** Where functions send their AWS calls. */
  readonly doorUrl: string;
  readonly log: Log;
  /** Is told of each event on the bus, beside the messages. */
  readonly observe?: BusOptions['observe'];
}

/** The AWS services of a deployment, wired to each other; the door shows them to callers. Functions and invocations are to be closed. */
export function createServices(deployment: Deployment, options: ServicesOptions) {
  const { clock, journal, doorUrl, log, functionLog, observe } = options;
  const authorizer = createAuthorizer(deployment);
  const credentials = createCredentials(deployment);
  const verify = createSignatureVerifier({ credentials, clock, region: deployment.region });
  const queues = createQueues(deployment, { clock, journal });
  const functions = createFunctions(deployment, {
    clock,
    doorUrl,
    log,
    ...(functionLog && { functionLog }),
    credentialsFor: credentials.forFunction,
  });
  const invocations = createAsynchronousInvocations(deployment, { functions, queues, authorizer, clock, log });
  const invokeAsynchronously = invocations.invoke;
  const messages = createSentMessages(clock);
  const bus = createBus(deployment, {
    queues,
    invokeAsynchronously,
    clock,
    authorizer,
    log,
    observe(name, event, rules) {
      observe?.(name, event, rules);
      messages.observe(event);
    },
  });
  const book = createScheduleBook({ journal, clock });
  const scheduler = createScheduler(deployment, {
    clock,
    journal,
    book,
    invokeAsynchronously,
    queues,
    authorizer,
    log,
  });
  return {
    authorizer,
    credentials,
    verify,
    queues,
    functions,
    invocations,
    invokeAsynchronously,
    messages,
    bus,
    book,
    scheduler,
  };
}
