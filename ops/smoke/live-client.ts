import type { Canary } from './canary.ts';

/** The seller's WebSocket, as a browser would hold it. */
export interface LiveClient {
  /** Types of all that came, in order. */
  readonly heard: readonly string[];
  isOpen(): boolean;
  close(): void;
}

/** @throws SmokeFailure when the handshake is refused. */
export async function connectLive(canary: Canary, url: string, ticket: string): Promise<LiveClient> {
  const socket = new WebSocket(`${url}?ticket=${ticket}`);
  const heard: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    heard.push(...typesIn(String(data)));
  });
  await new Promise<void>((resolve, reject) => {
    const refuse = () => reject(canary.fail(`the WebSocket ${url} refused the ticket`));
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', refuse, { once: true });
    socket.addEventListener('close', refuse, { once: true });
  });
  return { heard, isOpen: () => socket.readyState === WebSocket.OPEN, close: () => socket.close() };
}

function typesIn(frame: string): readonly string[] {
  const { type, items = [] } = JSON.parse(frame) as { type?: string; items?: readonly { type: string }[] };
  return [...(type === undefined ? [] : [type]), ...items.map((item) => item.type)];
}
