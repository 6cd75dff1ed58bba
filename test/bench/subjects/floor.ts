import { Agent, request } from 'node:http';
import 'node:https';
import { createSigner } from './sign.ts';

/**
 * The floor under any gate: signs one strongly consistent read, sends it over a connection that is kept, parses
 * the answer, and nothing else. It loads `node:https`, as talking to AWS would; an engine on loopback speaks HTTP.
 */
interface Place {
  readonly shopId: string;
  readonly buyerId: string;
}

const endpoint = new URL(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
const tableName = process.env['TABLE_NAME'] ?? '';
const agent = new Agent({ keepAlive: true });
const sign = createSigner(endpoint.host);

/** GetItem for one place, BatchGetItem for more. */
export function handler(places: readonly Place[]): Promise<object> {
  const keys = places.map(({ shopId, buyerId }) => ({ pk: { S: `GATE#${shopId}#${buyerId}` }, sk: { S: 'MARKER' } }));
  return keys.length === 1
    ? call('GetItem', JSON.stringify({ TableName: tableName, Key: keys[0], ConsistentRead: true }))
    : call('BatchGetItem', JSON.stringify({ RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } } }));
}

function call(operation: string, body: string): Promise<object> {
  return new Promise((resolve, reject) => {
    const headers = sign(`DynamoDB_20120810.${operation}`, body);
    const outgoing = request(
      { agent, host: endpoint.hostname, port: endpoint.port, method: 'POST', path: '/', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text) as object);
          else reject(new Error(text));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
