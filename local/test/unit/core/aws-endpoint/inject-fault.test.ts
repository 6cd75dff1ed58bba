import { describe, expect, it } from 'vitest';
import { faultError } from '../../../../core/aws-endpoint/inject-fault.ts';

const transaction = { operation: 'TransactWriteItems', input: { TransactItems: [{}, {}, {}] } };
const error = (code: string) => ({ kind: 'error', code }) as const;

describe('faultError', () => {
  it('cancels a transaction with one reason for each of its items', () => {
    expect(faultError(error('TransactionConflict'), transaction)).toMatchObject({
      code: 'TransactionCanceledException',
      status: 400,
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None, None]',
      fields: {
        CancellationReasons: [
          { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
          { Code: 'None' },
          { Code: 'None' },
        ],
      },
    });
  });

  it('names a conflict outside of a transaction as DynamoDB does', () => {
    expect(faultError(error('TransactionConflict'), { operation: 'UpdateItem', input: {} }).code).toBe(
      'TransactionConflictException',
    );
  });

  it.each([
    ['InternalServerError', 500],
    ['ServiceUnavailable', 503],
    ['ProvisionedThroughputExceededException', 400],
  ])('answers %s with status %i', (code, status) => {
    expect(faultError(error(code), { operation: 'GetItem', input: {} })).toMatchObject({ code, status });
  });

  it('takes a status and a message that are given', () => {
    expect(faultError({ kind: 'error', code: 'X', status: 418, message: 'm' }, transaction)).toMatchObject({
      code: 'X',
      status: 418,
      message: 'm',
    });
  });
});
