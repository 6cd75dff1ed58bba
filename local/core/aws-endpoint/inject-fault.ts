import { asList } from '../assembly/json.ts';
import type { Fault } from './faults.ts';
import { AwsError } from './aws-error.ts';
import type { ParsedCall } from './endpoint-service.ts';

type ErrorFault = Extract<Fault['fault'], { kind: 'error' }>;

/** Reasons inside a cancelled transaction, with the words that DynamoDB gives them; all other codes are errors of their own. */
const cancellationMessages: Readonly<Record<string, string>> = {
  ConditionalCheckFailed: 'The conditional request failed',
  ItemCollectionSizeLimitExceeded: 'Collection size exceeded.',
  ProvisionedThroughputExceeded: 'The level of configured provisioned throughput for the table was exceeded.',
  ThrottlingError: 'Throughput exceeds the current capacity of your table or index.',
  TransactionConflict: 'Transaction is ongoing for the item',
  ValidationError: 'The item size to update has exceeded the maximum allowed size.',
};

/** The error that a fault stands for, in the shape in which the called operation would have it. */
export function faultError(fault: ErrorFault, { operation, input }: ParsedCall): AwsError {
  const reason = Object.hasOwn(cancellationMessages, fault.code) ? cancellationMessages[fault.code] : undefined;
  if (reason !== undefined && operation.startsWith('Transact')) {
    // One item is in the way; which one carries no meaning, the first will do.
    const reasons = asList(input['TransactItems']).map((_, index) =>
      index === 0 ? { Code: fault.code, Message: fault.message ?? reason } : { Code: 'None' },
    );
    const codes = reasons.map(({ Code }) => Code).join(', ');
    const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
    return new AwsError('TransactionCanceledException', message, fault.status ?? 400, { CancellationReasons: reasons });
  }
  const code = fault.code === 'TransactionConflict' ? 'TransactionConflictException' : fault.code;
  const status =
    fault.status ??
    (/^(Internal|ServiceUnavailable|ServiceException)/.test(code)
      ? code.startsWith('ServiceUnavailable')
        ? 503
        : 500
      : 400);
  return new AwsError(code, fault.message ?? reason ?? `injected fault ${code}`, status);
}
