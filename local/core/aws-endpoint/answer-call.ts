import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedRequest } from '../access/signed-request.ts';
import type { RolePrincipal, Authorizer } from '../access/access-request.ts';
import type { CallRecorder, RecordedCall } from './recorder.ts';
import type { Fault, Faults } from './faults.ts';
import type { Log } from '../log.ts';
import { AwsError, renderError } from './aws-error.ts';
import { faultError } from './inject-fault.ts';
import type { EndpointService, ParsedCall, Reply } from './endpoint-service.ts';

export interface AnswerOptions {
  readonly authorizer: Authorizer;
  readonly recorder: CallRecorder;
  readonly faults: Faults;
  readonly log: Log;
}

/** A reply to be written, or none: the connection is to be cut. */
export type Answer = Reply | 'cut';

/** Takes one call whose signature is verified through authorisation, faults and the service, and records it. Never rejects. */
export async function answerCall(
  service: EndpointService,
  request: SignedRequest,
  principal: RolePrincipal,
  requestId: string,
  gone: AbortSignal,
  options: AnswerOptions,
): Promise<Answer> {
  const started = performance.now();
  let parsed: ParsedCall = { operation: 'Unknown', input: {} };
  let statement: string | undefined;
  const record = (outcome: Pick<RecordedCall, 'status'> & Partial<RecordedCall>): void =>
    options.recorder.record({
      at: new Date().toISOString(),
      caller: principal.label,
      ...(principal.functionName === undefined ? {} : { function: principal.functionName }),
      service: service.name,
      operation: parsed.operation,
      durationMilliseconds: Math.round((performance.now() - started) * 100) / 100,
      items: service.countItems?.(parsed) ?? 1,
      ...(statement === undefined ? {} : { statement }),
      ...outcome,
    });
  try {
    parsed = service.parse(request);
    statement = authorize(service, parsed, principal, options.authorizer);
    const fault = options.faults.take({
      service: service.name,
      operation: parsed.operation,
      caller: principal.label,
    })?.fault;
    if (fault !== undefined && (await cutsBefore(fault, parsed, gone))) {
      record({ status: 0, error: fault.kind });
      return 'cut';
    }
    const reply = await service.perform({ ...parsed, principal, request, gone });
    const outcome = {
      status: reply.status,
      ...(reply.error === undefined ? {} : { error: reply.error }),
      ...(reply.consumedCapacity === undefined ? {} : { consumedCapacity: reply.consumedCapacity }),
    };
    if (fault?.kind === 'lost_reply') {
      record({ ...outcome, error: 'lost_reply' });
      return 'cut';
    }
    record(outcome);
    return reply;
  } catch (thrown) {
    const error =
      thrown instanceof AwsError
        ? thrown
        : new AwsError('InternalFailure', `the local AWS endpoint failed: ${(thrown as Error).message}`, 500);
    if (error.code === 'AccessDeniedException' || !(thrown instanceof AwsError))
      options.log(`${service.name}:${parsed.operation} for ${principal.label}: ${error.message}`);
    record({ status: error.status, error: error.code });
    return renderError(error, service.errors, requestId);
  }
}

/** Which statements allowed the call; throws AccessDenied as the service words it. */
function authorize(
  service: EndpointService,
  parsed: ParsedCall,
  principal: RolePrincipal,
  authorizer: Authorizer,
): string | undefined {
  const statements = service.requirements(parsed).map((requirement) => {
    const answer = authorizer.decide({ principal, ...requirement });
    if (!answer.allowed) throw new AwsError('AccessDeniedException', answer.message, service.refusalStatus);
    return answer.statement;
  });
  return statements.length === 0 ? undefined : [...new Set(statements)].join(', ');
}

/** Plays what a fault does before the call is performed; true when the call is never to be performed. */
async function cutsBefore(fault: Fault['fault'], parsed: ParsedCall, gone: AbortSignal): Promise<boolean> {
  switch (fault.kind) {
    case 'error':
      throw faultError(fault, parsed);
    case 'delay':
      // The call is still performed when its client has given up meanwhile, as one held up by the network would be.
      await sleep(fault.milliseconds, undefined, { ref: false });
      return false;
    case 'hang':
      if (!gone.aborted) await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
      return true;
    case 'disconnect':
      return true;
    case 'lost_reply':
      return false;
  }
}
