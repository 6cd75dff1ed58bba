import { describe, expect, it } from 'vitest';
import { readShopRows } from '../../../ops/shop-rows.ts';

const header = 'shopId,timeZone,state,reason,blocks,newBlocksPerDay,members,notifyChannel,notifyAddress';
const read = (...lines: readonly string[]) => readShopRows('shops.csv', [header, ...lines].join('\n'));

describe('the rows of a file of shops', () => {
  it('become what the admin route takes; what is empty is left as it is', () => {
    const { rows, problems, total } = read(
      '1,Europe/Berlin,terminated,"fraud, twice",50,5,auth0|ann:owner;urn:ben:viewer,email,ann@example.com',
      '2,UTC,,,,,,,',
      '3,UTC,active,,,3,,seller_center_message,',
    );
    expect(problems).toEqual([]);
    expect(total).toBe(3);
    expect(rows).toEqual([
      {
        line: 2,
        shopId: '1',
        wish: {
          state: 'terminated',
          timeZone: 'Europe/Berlin',
          reason: 'fraud, twice',
          quotas: { blocks: 50, newBlocksPerDay: 5 },
          members: [
            { subject: 'auth0|ann', role: 'owner' },
            { subject: 'urn:ben', role: 'viewer' },
          ],
          notify: { channel: 'email', address: 'ann@example.com' },
        },
      },
      { line: 3, shopId: '2', wish: { state: 'active', timeZone: 'UTC' } },
      {
        line: 4,
        shopId: '3',
        wish: {
          state: 'active',
          timeZone: 'UTC',
          quotas: { newBlocksPerDay: 3 },
          notify: { channel: 'seller_center_message' },
        },
      },
    ]);
  });

  it('say what a shop is told of the end, and only of an end', () => {
    const lines = [
      'shopId,timeZone,state,reasonCode,text',
      '1,UTC,terminated,policy,"Read\n4."',
      '2,UTC,,policy,Hello',
    ];
    const { rows, problems } = readShopRows('shops.csv', lines.join('\n'));
    expect(rows.map(({ wish }) => wish)).toEqual([
      { state: 'terminated', timeZone: 'UTC', reasonCode: 'policy', text: 'Read\n4.' },
    ]);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [4, 'reasonCode'],
      [4, 'text'],
    ]);
  });

  it('may have blanks between members, which are in nobody’s name', () => {
    const { rows } = read('1,UTC,,,,, ada:owner; bob : viewer ;auth0|c d:agent,,');
    expect(rows[0]?.wish.members).toEqual([
      { subject: 'ada', role: 'owner' },
      { subject: 'bob', role: 'viewer' },
      { subject: 'auth0|c d', role: 'agent' },
    ]);
  });

  it.each([
    ['a b,UTC,,,,,,,', ['shopId']],
    [',UTC,,,,,,,', ['shopId']],
    ['1,,,,,,,,', ['timeZone']],
    ['1,Mars,,,,,,,', ['timeZone']],
    ['1,UTC,paused,,,,,,', ['state']],
    ['1,UTC,,,1001,,,,', ['blocks']],
    ['1,UTC,,,-1,1.5,,,', ['blocks', 'newBlocksPerDay']],
    ['1,UTC,,,1e2,,,,', ['blocks']],
    ['1,UTC,,,,,ann,,', ['members', 'members']],
    ['1,UTC,,,,,ann:owner;ann:viewer,,', ['members']],
    ['1,UTC,,,,,ann:owner;,,', ['members']],
    ['1,UTC,,,,,,sms,x', ['notifyChannel']],
    ['1,UTC,,,,,,,ann@example.com', ['notifyChannel']],
    ['1,UTC,,,,,,email,', ['notifyAddress']],
    ['1,UTC,,,,,,email,ann', ['notifyAddress']],
    ['1,UTC', ['row']],
    ['1,UTC,,,,,,,,', ['row']],
    ['1,"UTC" ,,,,,,,', ['row']],
  ])('are wrong, by line and column: %s', (line, fields) => {
    const { rows, problems, total } = read('0,UTC,,,,,,,', line);
    expect(rows.map(({ shopId }) => shopId)).toEqual(['0']);
    expect(total).toBe(2);
    expect(new Set(problems.map(({ field }) => field))).toEqual(new Set(fields));
    for (const problem of problems) expect(problem.line).toBe(3);
  });

  it('count their cells in words that fit', () => {
    const { problems } = read('1', '1,UTC');
    expect(problems.map(({ message }) => message)).toEqual([
      'has 1 cell where the header has 9',
      'has 2 cells where the header has 9',
    ]);
  });

  it('name each shop once', () => {
    const { rows, problems } = read('1,UTC,,,,,,,', '"2",UTC,,,,,,,', '1,Asia/Tokyo,,,,,,,');
    expect(rows.map(({ wish }) => wish.timeZone)).toEqual(['UTC', 'UTC']);
    expect(problems).toEqual([{ line: 4, field: 'shopId', message: 'is the shop of line 2 already' }]);
  });

  it('name each shop once even where the first of the two is wrong: which one is meant nobody can tell', () => {
    const { rows, problems } = read('1,Mars,,,,,,,', '1,UTC,,,,,,,', '2,Mars,,,,,,,');
    expect(rows).toEqual([]);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [2, 'timeZone'],
      [3, 'shopId'],
      [4, 'timeZone'],
    ]);
  });

  it('are told apart by line in a file with a mark, CRLF, quoted commas and cells that break the line', () => {
    const text = `\uFEFF${header}\r\n1,UTC,,"a, b",,,,,\r\n\r\n2,UTC,,"c\r\nd",,,,,\r\n3,Mars,,,,,,,\r\n4,UTC\r\n`;
    const { rows, problems, total } = readShopRows('shops.csv', text);
    expect(rows.map(({ line, wish }) => [line, wish.reason])).toEqual([
      [2, 'a, b'],
      [4, 'c\r\nd'],
    ]);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [6, 'timeZone'],
      [7, 'row'],
    ]);
    expect(total).toBe(4);
  });

  it.each([
    ['', 'is empty'],
    ['shopId\n1', 'the column timeZone is missing'],
    ['shopId,timeZone,color\n', '"color" is no column'],
    ['shopId,timeZone,timeZone\n', 'timeZone is there twice'],
    ['shopId;timeZone\n', 'is no column'],
    ['"shopId,timeZone\n1,UTC', 'does not end'],
  ])('cannot be read below the header %j', (text, problem) => {
    expect(() => readShopRows('shops.csv', text)).toThrow(problem);
  });
});
