import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { readBulkRequest } from '../../../../shared/seller-api/bulk-body.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';

const row = { username: 'm', reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' } as const;
const csv = 'username,reason,scope,duration\r\nm,order_abuse,user_id_only,90_days\r\n';

const read = (body: unknown, type = 'application/json', query: Record<string, string> = {}) =>
  readBulkRequest(
    buildHttpEvent({ method: 'POST', pathParameters: { shopId: 's' }, query, headers: { 'content-type': type }, body }),
  );
const errorsOf = (...asked: Parameters<typeof read>): unknown => {
  try {
    return read(...asked);
  } catch (error) {
    return error instanceof AppError ? error.details.errors : error;
  }
};

describe('a request for several blocks', () => {
  it('is a run unless it says otherwise', () => {
    expect(read({ rows: [row] })).toMatchObject({ dryRun: false, isCsv: false, rows: [{ type: 'right', row }] });
    expect(read({ dryRun: true, rows: [row] }).dryRun).toBe(true);
  });

  it('judges each row by itself, with the paths that it would have alone', () => {
    const { rows } = read({ rows: [row, { ...row, reason: 'other' }, 7] });
    expect(rows.map((one) => (one.type === 'wrong' ? one.errors : one.type))).toEqual([
      'right',
      [{ path: 'note', message: 'is needed when the reason is other' }],
      [{ path: 'body', message: 'must be an object' }],
    ]);
  });

  it.each(['text/csv', 'Text/CSV; charset=utf-8'])('comes as %s as well, with dryRun beside it', (type) => {
    expect(read(csv, type)).toMatchObject({ dryRun: false, isCsv: true, rows: [{ type: 'right', raw: row }] });
    expect(read(csv, type, { dryRun: 'true' }).dryRun).toBe(true);
    expect(errorsOf(csv, type, { dryRun: 'yes' })).toEqual([
      { path: 'query.dryRun', message: 'must be one of true, false' },
    ]);
    expect(errorsOf('username,reason,scope,duration\r\n', type)).toEqual([
      { path: 'rows', message: 'must have 1 to 100 rows' },
    ]);
  });

  it('says dryRun in one place', () => {
    expect(errorsOf({ rows: [row] }, 'application/json', { dryRun: 'true' })).toEqual([
      { path: 'query.dryRun', message: 'goes with CSV alone: JSON says it in its body' },
    ]);
  });
});
