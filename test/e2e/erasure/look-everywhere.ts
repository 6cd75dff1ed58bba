import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { deadLetterQueues } from '../../../ops/dead-letter-queues.ts';
import { workQueues } from '../../../infra/names.ts';
import type { LocalRuntime } from '../start-local.ts';

type Item = Readonly<Record<string, unknown>>;

/** All that a started product keeps and tells, as ops can look at it. */
export interface Everywhere {
  /** The whole table. */
  items(): Promise<readonly Item[]>;
  /** Kinds of the items that hold a text, each once. */
  kindsHolding(text: string): Promise<readonly string[]>;
  /** What the product told others by events of its own. */
  told(): Promise<string>;
  /** Texts of the messages that reached people, without whom they went to. */
  messages(): Promise<readonly string[]>;
  /** Bodies of a queue's messages, which stay there. */
  letters(queue: string): Promise<readonly string[]>;
  /** Queues that are not empty, with how many messages they hold. */
  filled(): Promise<Readonly<Record<string, number>>>;
  close(): void;
}

export function lookEverywhere(runtime: LocalRuntime): Everywhere {
  const settings = {
    endpoint: runtime.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'ops', secretAccessKey: 'local' },
  };
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  const sqs = new SQSClient(settings);
  const urlOf = (name: string) => `${runtime.endpointUrl}/000000000000/ssc-local-${name}`;
  const names = [...workQueues, ...deadLetterQueues.map(({ name }) => name)];

  async function items(): Promise<readonly Item[]> {
    const all: Item[] = [];
    const input = { TableName: 'ssc-local', ConsistentRead: true };
    for await (const page of paginateScan({ client: table }, input)) all.push(...(page.Items ?? []));
    return all;
  }
  async function count(name: string): Promise<number> {
    const { Attributes: counts = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: urlOf(name), AttributeNames: ['All'] }),
    );
    return (
      Number(counts.ApproximateNumberOfMessages) +
      Number(counts.ApproximateNumberOfMessagesNotVisible) +
      Number(counts.ApproximateNumberOfMessagesDelayed)
    );
  }
  return {
    items,
    async kindsHolding(text) {
      const holding = (await items()).filter((item) => JSON.stringify(item).includes(text));
      return [...new Set(holding.map(kindOf))].toSorted();
    },
    async told() {
      const { items: events } = await runtime.local<{ items: { source: string }[] }>('GET', 'events');
      return JSON.stringify(events.filter(({ source }) => source === 'ssc'));
    },
    async messages() {
      const { items: sent } = await runtime.local<{ items: Record<string, unknown>[] }>('GET', 'messages');
      return sent.map(({ to: _to, ...message }) => JSON.stringify(message));
    },
    async letters(queue) {
      const input = { QueueUrl: urlOf(queue), MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
      const { Messages: found = [] } = await sqs.send(new ReceiveMessageCommand(input));
      return found.map(({ Body }) => Body ?? '');
    },
    async filled() {
      const counts: [string, number][] = [];
      for (const name of names) counts.push([name, await count(name)]);
      return Object.fromEntries(counts.filter(([, messages]) => messages > 0));
    },
    close() {
      table.destroy();
      sqs.destroy();
    },
  };
}

/** `SHOP BLOCK` of `SHOP#1 / BLOCK#2`; of a sort key that is an ID, the partition alone. */
export function kindOf({ pk, sk }: Item): string {
  const [partition = '', part = ''] = [pk, sk].map((key) => String(key).split('#')[0] ?? '');
  return /^[A-Z]{4,}$/.test(part) && part !== partition ? `${partition} ${part}` : partition;
}
