import type { Browser } from 'playwright-core';

/** One event of a trace, as far as it is read; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** What the thread itself worked for it: what a busy machine adds is not in it. */
  readonly tdur?: number;
}

interface Chunk {
  readonly value: readonly TraceEvent[];
}

/**
 * What keeps pages from answering while something is done: the milliseconds of processor time of each task of their main
 * threads, the longest first. The time that passes meanwhile would say how busy the machine is.
 */
export async function taskTimes(browser: Browser, act: () => Promise<void>): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', (chunk) => events.push(...(chunk as unknown as Chunk).value));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel'] },
    transferMode: 'ReportEvents',
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return timesIn(events);
}

function timesIn(events: readonly TraceEvent[]): readonly number[] {
  const keyOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const names = events.filter(({ name }) => name === 'thread_name');
  const mains = new Set(names.filter(({ args }) => args?.name === 'CrRendererMain').map(keyOf));
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && mains.has(keyOf(event)));
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).toSorted((one, other) => other - one);
}
