import { buildHttpEvent } from '../../builders/items/http-event.ts';
import { buildContext } from '../../builders/items/lambda-context.ts';
import type { Allocation, Check, Order, Reply, Run, Scenario, Sequence } from './messages.ts';

/**
 * A process of its own around one handler, named by `SUBJECT_FILE`. It is bundled and run by plain Node.js, so that
 * its CPU time is the handler's. Events and checks of answers stay outside of what is measured.
 */
type Handler = (event: unknown, context: unknown) => Promise<unknown>;
const { handler } = (await import(String(process.env['SUBJECT_FILE']))) as { handler: Handler };
const takesPlaces = process.env['SUBJECT_TAKES'] === 'places';
const context = buildContext();
const scenarios = new Map<string, Scenario>();
const positions = new Map<string, number>();

let checkouts = 0;

function toEvent(checks: readonly Check[], checkout: Scenario['checkouts']): unknown {
  if (takesPlaces) return checks;
  if (checkout === 'new') checkouts += 1;
  return buildHttpEvent({
    method: 'POST',
    path: '/v1/gate/decisions',
    callerArn: 'arn:aws:sts::000000000000:assumed-role/ssc-local-order-service/checkout',
    headers: { host: 'gate.example', 'user-agent': 'order-service/1.0', 'x-forwarded-proto': 'https' },
    body: { checkoutId: `checkout-${checkout === 'new' ? checkouts : 'again'}`, checks },
  });
}

/** Middleware writes into the event: each call gets its own. */
function eventsOf({ name, requests, checkouts: which, goesOn }: Scenario, calls: number): readonly unknown[] {
  const start = goesOn ? (positions.get(name) ?? 0) : 0;
  positions.set(name, (start + calls) % requests.length);
  return Array.from({ length: calls }, (_, index) => toEvent(requests[(start + index) % requests.length] ?? [], which));
}

async function run(scenario: Scenario, calls: number) {
  const fresh = eventsOf(scenario, calls);
  const answers: unknown[] = Array.from({ length: calls });
  const milliseconds = new Float64Array(calls);
  const cpu = process.cpuUsage();
  for (let index = 0; index < calls; index++) {
    const started = performance.now();
    answers[index] = await handler(fresh[index], context);
    milliseconds[index] = performance.now() - started;
  }
  const { user, system } = process.cpuUsage(cpu);
  milliseconds.sort();
  const kinds = answers.map((answer) => judge(answer, scenario));
  return {
    cpuMicroseconds: (user + system) / calls,
    milliseconds: [...milliseconds],
    degraded: kinds.filter((kind) => kind === 'degraded').length,
    wrong: kinds.filter((kind) => kind === 'wrong').length,
  } satisfies Run;
}

async function allocate(scenario: Scenario, calls: number): Promise<Allocation> {
  const fresh = eventsOf(scenario, calls);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (const event of fresh) await handler(event, context);
  return { bytes: (process.memoryUsage().heapUsed - before) / calls };
}

async function sequence(events: readonly unknown[], status: number): Promise<Sequence> {
  const answers: unknown[] = Array.from({ length: events.length });
  const milliseconds = new Float64Array(events.length);
  for (const [index, event] of events.entries()) {
    const started = performance.now();
    answers[index] = await handler(event, context);
    milliseconds[index] = performance.now() - started;
  }
  const other = answers.find((answer) => (answer as { statusCode: number }).statusCode !== status);
  if (other) throw new Error(`Not ${status} as expected: ${JSON.stringify(other)}`);
  return { milliseconds: [...milliseconds] };
}

function judge(answer: unknown, { decision }: Scenario): 'right' | 'degraded' | 'wrong' {
  if (takesPlaces) return 'right';
  const { statusCode, body } = answer as { statusCode: number; body: string };
  if (statusCode !== 200) return 'wrong';
  const { decisions } = JSON.parse(body) as { decisions: readonly { decision: string; degraded: boolean }[] };
  if (decisions.some(({ degraded }) => degraded)) return 'degraded';
  return decisions.length > 0 && decisions.every((one) => one.decision === decision) ? 'right' : 'wrong';
}

async function obey(order: Order): Promise<Run | Allocation | Sequence | undefined> {
  if (order.type === 'sequence') return sequence(order.events, order.status);
  if (order.type === 'prepare') {
    scenarios.set(order.scenario.name, order.scenario);
    return undefined;
  }
  const prepared = scenarios.get(order.scenario);
  if (!prepared) throw new Error(`${order.scenario} was not prepared.`);
  return order.type === 'run' ? run(prepared, order.calls) : allocate(prepared, order.calls);
}

process.on('message', (order: Order) => {
  const send = (reply: Reply) => process.send?.(reply);
  obey(order).then(
    (result) => send({ result }),
    (error: unknown) => send({ failure: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ result: undefined } satisfies Reply);
