import { describe, expect, it } from 'vitest';
import { createStartConsole } from '../../../start-up/start-console.ts';

function open() {
  const written: string[] = [];
  const console = createStartConsole(
    (text) => void written.push(text),
    () => new Date(0),
  );
  return { ...console, text: () => written.join('') };
}

describe('createStartConsole', () => {
  it('writes a step with how long it took', async () => {
    const { step, text } = open();
    expect(await step('tables', () => 'done')).toBe('done');
    expect(text()).toMatch(/^ {2}tables … \d+\.\d s\n$/);
  });

  it('keeps what is logged meanwhile apart, and says again which step has ended', async () => {
    const { step, log, text } = open();
    await step('demo data', async () => {
      log('one');
      log('two');
    });
    log('three');
    const stamp = '[1970-01-01T00:00:00.000Z]';
    expect(text().replace(/\d+\.\d s/, 'N s')).toBe(
      `  demo data … \n${stamp} one\n${stamp} two\n  demo data … N s\n${stamp} three\n`,
    );
  });

  it('says that a step failed, and lets the error through', async () => {
    const { step, text } = open();
    await expect(step('engine', () => Promise.reject(new Error('no Java')))).rejects.toThrow('no Java');
    expect(text()).toBe('  engine … failed\n');
  });
});
