/** Runs inside a function's worker: loads its bundle as Lambda does, then answers one invocation at a time. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { installLocalDate } from './local-date.ts';
import type { FunctionErrorPayload, InvokeMessage, WorkerMessage, WorkerSetup } from './worker-messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const setup = workerData as WorkerSetup;
installLocalDate(setup.sharedOffset);

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

function toErrorPayload(error: unknown): FunctionErrorPayload {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

async function loadHandler(): Promise<Handler> {
  const loaded = (await import(pathToFileURL(setup.modulePath).href)) as Record<string, unknown>;
  // A CommonJS bundle whose exports Node cannot see beforehand has them on `default` only.
  const handler =
    loaded[setup.exportName] ?? (loaded['default'] as Record<string, unknown> | undefined)?.[setup.exportName];
  if (typeof handler === 'function') return handler as Handler;
  const error = new Error(`${setup.functionName} exports no function "${setup.exportName}" from ${setup.modulePath}`);
  error.name = 'Runtime.HandlerNotFound';
  throw error;
}

function createContext(message: InvokeMessage): object {
  const deadline = performance.now() + message.remainingMilliseconds;
  return {
    awsRequestId: message.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMegabytes),
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

async function answer(handler: Handler, message: InvokeMessage): Promise<WorkerMessage> {
  try {
    const result = await handler(JSON.parse(message.event), createContext(message));
    // A handler that returns nothing answers null, as on Lambda.
    return { type: 'answered', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { type: 'failed', error: toErrorPayload(error) };
  }
}

try {
  const handler = await loadHandler();
  parentPort?.on('message', (message: InvokeMessage) => void answer(handler, message).then(say));
  say({ type: 'ready' });
} catch (error) {
  say({ type: 'init_failed', error: toErrorPayload(error) });
}
