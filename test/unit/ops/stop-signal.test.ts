import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { stopOnSignals } from '../../../ops/stop-signal.ts';

function listen() {
  const signals = new EventEmitter();
  const said: string[] = [];
  const state = { time: 0, ended: 0 };
  const stop = stopOnSignals({
    signals,
    say: (line) => void said.push(line),
    end: () => void (state.ended += 1),
    now: () => state.time,
  });
  return { signals, said, state, stop };
}

describe('a run that is to stop', () => {
  it.each(['SIGINT', 'SIGTERM'])('finishes what is in flight after %s, and says so', (signal) => {
    const { signals, said, state, stop } = listen();
    expect(stop.aborted).toBe(false);
    signals.emit(signal);
    expect([stop.aborted, state.ended, said.length]).toEqual([true, 0, 1]);
    expect(said[0]).toContain('Ctrl-C once more');
  });

  it('takes what npm passes on for the same Ctrl-C, and ends on the spot with the next', () => {
    const { signals, state } = listen();
    signals.emit('SIGINT');
    state.time = 100;
    signals.emit('SIGINT');
    expect(state.ended).toBe(0);
    state.time = 2000;
    signals.emit('SIGINT');
    expect(state.ended).toBe(1);
  });
});
