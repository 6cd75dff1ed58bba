import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AccessRequest, Authorizer } from '../../../../core/access/access-request.ts';
import { recordRequests, requestFile } from '../../../../services/iam/record-requests.ts';
import type { RecordedRequest } from '../../../../services/iam/record-requests.ts';

const roleArn = 'arn:aws:iam::000000000000:role/gate';
const gate = { type: 'role', roleArn, accessKeyId: 'fn-gate', label: 'gate', functionName: 'gate' } as const;
const support = { type: 'role', roleArn: `${roleArn}-support`, accessKeyId: 'support', label: 'support' } as const;
const rule = { type: 'service', service: 'events.amazonaws.com', sourceArn: 'rule', label: 'rule' } as const;
const keys = (...values: string[]) => ({ 'dynamodb:LeadingKeys': values });
const read = { action: 'dynamodb:GetItem', resource: 'table', context: keys('GATE#s#b') };

function recorded(...requests: readonly AccessRequest[]): readonly RecordedRequest[] {
  const written: RecordedRequest[] = [];
  const inner: Authorizer = {
    decide: ({ resource }) =>
      resource === 'table' ? { allowed: true, statement: 'P #1' } : { allowed: false, message: 'no' },
  };
  const authorizer = recordRequests(inner, (request) => written.push(request));
  for (const request of requests) expect(authorizer.decide(request)).toEqual(inner.decide(request));
  return written;
}

describe('recordRequests', () => {
  it('keeps each kind of request once, by the beginnings of its keys, under each reading', () => {
    const otherReadings = { 'by item 0': keys('GATE#s#b'), 'by item 1': keys('SHOPS') };
    const both = { ...read, context: keys('SHOPS', 'GATE#s#b', 'GATE#s#c'), otherReadings };
    const of = (reading: string, ...values: string[]) => ({ ...read, roleArn, reading, context: keys(...values) });
    expect(recorded({ principal: gate, ...both }, { principal: gate, ...both })).toEqual([
      of('strictest', 'GATE#', 'SHOPS'),
      of('by item', 'GATE#'),
      of('by item', 'SHOPS'),
    ]);
  });

  it('keeps what a function is refused, and of callers only what they are allowed', () => {
    const elsewhere = { ...read, resource: 'elsewhere' };
    const written = recorded(
      { principal: gate, ...elsewhere },
      { principal: support, ...elsewhere },
      { principal: support, ...read },
      { principal: rule, ...read },
    );
    expect(written.map(({ roleArn: role, resource }) => [role, resource])).toEqual([
      [gate.roleArn, 'elsewhere'],
      [support.roleArn, 'table'],
    ]);
  });

  it('keeps some of many resources', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      principal: gate,
      ...read,
      resource: `schedule-${index}`,
    }));
    expect(recorded(...many)).toHaveLength(20);
  });

  it('writes lines into a file of the process', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ssc-permissions-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const request = { ...read, roleArn, reading: 'strictest' };
    const write = requestFile(folder);
    write(request);
    write(request);
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([request, request]);
  });
});
