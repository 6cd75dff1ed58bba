import { describe, expect, it } from 'vitest';
import { faultsBody } from '../../../../core/local-routes/fault-requests.ts';
import { parseBody } from '../../../../core/local-routes/local-requests.ts';
import { request } from '../../../builders/http-requests.ts';

const body = faultsBody({
  operations: { dynamodb: ['GetItem', 'PutItem'], ses: ['SendEmail'] },
  callers: ['ssc-local-gate', 'ssc-local-blocks-api', 'ops'],
});
const parse = (value: unknown) => parseBody(request({ body: Buffer.from(JSON.stringify(value)) }), body);
const call = { service: 'dynamodb', operation: 'PutItem', fault: { kind: 'hang' } };

describe('the body of faults', () => {
  it('takes them whole or by the name of a kind or an AWS error', () => {
    const delayed = {
      ...call,
      fault: { kind: 'delay', milliseconds: 5 },
      times: 2,
      probability: 0.5,
      function: 'gate',
    };
    const spelledOut = { ...call, fault: { kind: 'error', code: 'KmsThrottled', status: 503 } };
    expect(parse([delayed, { ...call, fault: 'hang' }, { ...call, fault: 'TransactionConflict' }, spelledOut])).toEqual(
      [delayed, call, { ...call, fault: { kind: 'error', code: 'TransactionConflict' } }, spelledOut],
    );
  });

  it.each([
    { ...call, service: '*', operation: '*' },
    { ...call, service: '*', operation: 'SendEmail' },
    { ...call, service: 'DynamoDB' },
    { ...call, function: 'ssc-local-gate' },
    { ...call, function: 'ops' },
  ])('takes all that can fit a call: %j', (fault) => {
    expect(parse([fault])).toEqual([fault]);
  });

  it.each([
    [{ service: 'nope' }, '0.service: "nope" is unknown; known are *, dynamodb, ses'],
    [{ service: 'constructor' }, '0.service: "constructor" is unknown; known are *, dynamodb, ses'],
    [{ operation: 'putItem' }, '0.operation: "putItem" is unknown; known are *, GetItem, PutItem'],
    [{ operation: 'SendEmail' }, '0.operation: "SendEmail" is unknown; known are *, GetItem, PutItem'],
    [{ function: 'gat' }, '0.function: "gat" is unknown; known are gate, blocks-api, ops'],
    [{ function: 'constructor' }, '0.function: "constructor" is unknown; known are gate, blocks-api, ops'],
    [{ times: 0 }, '0.times: must be a whole number from 1'],
    [{ probability: 2 }, '0.probability: must be a number from 0 to 1'],
    [{ more: 1 }, '0.more: is not a known field'],
  ])('refuses %j, which would never fit, and lists what is known', (overrides, message) => {
    expect(() => parse([{ ...call, ...overrides }])).toThrow(message);
  });

  it.each([
    'zzz',
    'delay',
    { kind: 'explode' },
    7,
    undefined,
  ])('refuses the fault %j, naming the kinds and the errors', (fault) => {
    expect(() => parse([{ ...call, fault }])).toThrow(/^0\.fault: must be .*hang.*delay.*ThrottlingException/);
  });

  it('refuses a delay that the timer would not keep', () => {
    const fault = { kind: 'delay', milliseconds: 2 ** 31 };
    expect(() => parse([{ ...call, fault }])).toThrow('0.fault.milliseconds: must be 0 to 2147483647');
  });

  it('says at once what is wrong with each, and with what is no list', () => {
    expect(() => parse([call, { ...call, service: 'nope', function: 'gat' }])).toThrow(
      /^1\.service: [^;]*; known [^;]*; 1\.function: [^;]*; known [^;]*$/,
    );
    expect(() => parse(call)).toThrow('body: must be a list of {service, operation,');
    expect(() => parse([null])).toThrow('0: must be an object');
  });
});
