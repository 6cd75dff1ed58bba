import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toProblem } from '../../../../shared/http/problem.ts';
import { requestBounds } from '../../../../shared/table/request-bounds.ts';
import { openTable } from '../../../../shared/table/client.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { stubAwsEndpoint, unstubAwsEndpoint } from '../../../builders/fakes/aws-endpoint.ts';

/** An endpoint that takes every request and answers what it is told to, or never. */
let answer: string | undefined;
const bodies: string[] = [];
let server: Server;
beforeEach(async () => {
  bodies.length = 0;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      bodies.push(text);
      if (answer !== undefined) response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stubAwsEndpoint(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => {
  unstubAwsEndpoint();
  server.closeAllConnections();
  server.close();
});

describe('openTable', () => {
  it('gives up a request that hangs, and that is told as unavailable', async () => {
    answer = undefined;
    const table = openTable('t', requestBounds(2, 100));
    const failure = await table.client
      .send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: 'b' } }))
      .catch((error: unknown) => error);
    expect(toProblem(failure, 'r')).toMatchObject({ code: 'unavailable', status: 503 });
    // That it comes at all shows that nobody waits for ever.
    expect(bodies).toHaveLength(2);
  });

  it('leaves out attributes that are undefined instead of refusing the item', async () => {
    answer = '{}';
    await openTable('t').client.send(
      new PutCommand({ TableName: 't', Item: { pk: 'a', nothing: undefined, deep: { nothing: undefined } } }),
    );
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ Item: { pk: { S: 'a' }, deep: { M: {} } } });
    expect(bodies[0]).not.toContain('nothing');
  });
});

describe('newUlid', () => {
  it('makes IDs that differ and sort by the order in which they were made', () => {
    const made = Array.from({ length: 2000 }, () => newUlid());
    expect(new Set(made)).toHaveLength(2000);
    expect(made.toSorted()).toEqual(made);
    expect(made.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
  });
});
