import type { Send } from './actors.ts';
import type { Cell } from './cells.ts';
import type { Description } from './document.ts';

export interface Answer {
  readonly cell: Cell;
  /** As `Cell.expected` says it. */
  readonly outcome: string;
  /** Status, headers and body without what belongs to this one request: its ID, its time, and the ID asked for. */
  readonly bytes: string;
  /** From what the OpenAPI document says of it. */
  readonly departures: readonly string[];
}

const atOnce = 6;
const mostTries = 5;

/** Asks all cells, some at once, in no order. */
export async function askCells(
  send: Send,
  departures: Description['departures'],
  cells: readonly Cell[],
): Promise<readonly Answer[]> {
  const waiting = [...cells];
  const answers: Answer[] = [];
  const ask = async () => {
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      answers.push(await askOne(send, departures, cell));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return answers;
}

/** 503 says to try again, which a busy machine can come to; a write carries a key for that. */
async function askOne(send: Send, departures: Description['departures'], cell: Cell): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await toAnswer(cell, await send(cell.actor, cell.request), departures);
    if (!answer.outcome.startsWith('503') || tries === mostTries) return answer;
  }
}

async function toAnswer(cell: Cell, response: Response, departures: Description['departures']): Promise<Answer> {
  const text = await response.text();
  const requestId = response.headers.get('apigw-requestid') ?? '';
  const headers = [...response.headers].filter(([name]) => !['apigw-requestid', 'date'].includes(name)).toSorted();
  const withoutIds = without(without(text, requestId, '<request>'), cell.asked, '<asked>');
  return {
    cell,
    outcome: outcomeOf(response, text),
    departures: departures(cell.operation.operationId, {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
    }),
    bytes: JSON.stringify([response.status, headers, withoutIds]),
  };
}

function without(text: string, id: string, instead: string): string {
  return id === '' ? text : text.replaceAll(id, instead);
}

function outcomeOf({ status, headers }: Response, text: string): string {
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    return `${status} ${(JSON.parse(text) as { code: string }).code}`;
  }
  // API Gateway's own body has a message and nothing else.
  const [, message] = /^\{"message":"([^"]*)"\}$/.exec(text) ?? [];
  return message === undefined ? String(status) : `${status} gateway ${message}`;
}
