import { afterEach, describe, expect, it, vi } from 'vitest';
import { correlated } from '../../../../shared/logs/correlation.ts';
import { createLogger } from '../../../../shared/logs/logger.ts';

function written(log: () => void): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
  log();
  vi.restoreAllMocks();
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
afterEach(() => vi.restoreAllMocks());

describe('a line of the log', () => {
  it('names what set it off, beside what it says', () => {
    const lines = written(() => {
      const logger = createLogger();
      correlated('request-1', () => logger.error('failed', { code: 'internal' }));
      correlated('request-2', () => logger.warn('left out', { leftOut: 3 }));
      logger.error('nothing set it off');
    });
    expect(lines).toMatchObject([
      { level: 'ERROR', message: 'failed', code: 'internal', correlationId: 'request-1' },
      { level: 'WARN', message: 'left out', leftOut: 3, correlationId: 'request-2' },
      { level: 'ERROR', message: 'nothing set it off' },
    ]);
    expect(lines[2]).not.toHaveProperty('correlationId');
  });

  it('holds no error and no text beside its message', () => {
    const [line] = written(() => createLogger().error('failed', new Error('of Mallory')));
    expect(line).toMatchObject({ message: 'failed' });
    expect(JSON.stringify(line)).not.toContain('Mallory');
    expect(JSON.stringify(written(() => createLogger().warn('left', 'of Mallory')))).not.toContain('Mallory');
  });
});
