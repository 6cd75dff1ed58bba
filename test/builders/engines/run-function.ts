import { buildContext } from '../items/lambda-context.ts';

/**
 * A process of its own for one deployed function, named by `FUNCTION`. Takes events over IPC and can be told
 * how far its clock is off; the time that an answer took is measured here, without the way to and fro.
 */
type Message = { readonly clockOffset: number } | { readonly id: number; readonly event: unknown };

const realNow = Date.now.bind(Date);
let clockOffset = 0;
Date.now = () => realNow() + clockOffset;

const { handler } = (await import(`../../../functions/${process.env['FUNCTION']}.ts`)) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};

process.on('message', (message: Message) => {
  if ('clockOffset' in message) {
    clockOffset = message.clockOffset;
    return;
  }
  const started = performance.now();
  const send = (outcome: object) =>
    process.send?.({ id: message.id, milliseconds: performance.now() - started, ...outcome });
  handler(message.event, buildContext()).then(
    (answer) => send({ answer }),
    (error: unknown) => send({ failure: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
