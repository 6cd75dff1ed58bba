import { describe, expect, it } from 'vitest';
import { rowsOfCsv } from '../../../../shared/bulk-blocks/csv-rows.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';

const errorsOf = (text: string): unknown => {
  try {
    return rowsOfCsv(text);
  } catch (error) {
    return error instanceof AppError ? error.details.errors : error;
  }
};
const header = 'username,buyerId,reason,note,scope,duration';

describe('rows of CSV', () => {
  it('are new blocks: empty cells are absent, and what a new block has from elsewhere is passed over', () => {
    const text = `${header},createdAt,createdBy,updatedAt,expiresAt,blockId,alertId\r\nmallory,,other,why,user_id_only,90_days,2026-11-22T09:30:00.000Z,ada,,,01K,\r\n`;
    expect(rowsOfCsv(text)).toEqual([
      { username: 'mallory', reason: 'other', note: 'why', scope: 'user_id_only', duration: '90_days' },
    ]);
  });

  it('that were exported lose their apostrophes; an ID tells', () => {
    const [exported] = rowsOfCsv(`${header}\r\n''=1,'73,other,'a\\tb,user_id_only,90_days\r\n`);
    expect(exported).toMatchObject({ username: "'=1", buyerId: '73', note: 'a\tb' });
    const [byBlock] = rowsOfCsv("username,reason,scope,duration,blockId\n'=1,other,user_id_only,90_days,'01K\n");
    expect(byBlock).toEqual({ username: '=1', reason: 'other', scope: 'user_id_only', duration: '90_days' });
  });

  it('that were typed are what they say', () => {
    const [typed] = rowsOfCsv(`${header}\r\n'twas,73,other,a\\tb,user_id_only,90_days\r\n`);
    expect(typed).toMatchObject({ username: "'twas", buyerId: '73', note: 'a\\tb' });
  });

  it('take columns in any order, and columns without name and cells', () => {
    expect(rowsOfCsv('duration;reason;scope;username;;\r\n90_days;other;user_id_only;m;;\r\n')).toEqual([
      { duration: '90_days', reason: 'other', scope: 'user_id_only', username: 'm' },
    ]);
  });

  it('keep a cell that stands under no column, which no row has', () => {
    expect(rowsOfCsv(`${header}\r\nm,,other,why,user_id_only,90_days,more\r\n`)).toEqual([
      expect.objectContaining({ 'column 7': 'more' }),
    ]);
  });

  it('are none without the columns that each needs, or with others', () => {
    expect(errorsOf('username,reason,scope,scope,Note\r\n')).toEqual([
      { path: 'columns.duration', message: 'is a column that is missing' },
      { path: 'columns.scope', message: 'must be a column once' },
      { path: 'columns.Note', message: 'is not a known column' },
    ]);
    expect(errorsOf('')).toHaveLength(4);
  });
});
