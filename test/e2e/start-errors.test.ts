import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { runEntry } from './spawn-entry.ts';
import { freePortPair, startLocal } from './start-local.ts';

const runStart = (args: readonly string[]) => runEntry('local/start.ts', args);

describe('npm start', () => {
  it('names the option that it does not know', async () => {
    const { code, output } = await runStart(['--prot', '3000']);
    expect(code).toBe(2);
    expect(output).toContain("'--prot'");
  });

  it('names the port that is taken, before anything is started', async () => {
    const port = await freePortPair();
    const other = createServer().listen(port + 1, '127.0.0.1');
    await once(other, 'listening');
    const { code, output } = await runStart(['--port', String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port + 1} of 127.0.0.1 is taken`);
    expect(output).not.toContain('engine');
  });

  it('shows its steps and ends with a banner and ready', async () => {
    const runtime = await startLocal({ demo: true });
    await runtime.stop();
    const output = runtime.output();
    for (const step of ['cloud assembly', 'engine dynoxide', 'tables', 'functions', 'demo data']) {
      expect(output).toMatch(new RegExp(`^ {2}${step}.* … \\d+\\.\\d s$`, 'm'));
    }
    expect(output.split('\n').filter((line) => line.startsWith('curl '))).toHaveLength(3);
    expect(output.trimEnd().split('\n').at(-1)).toBe('ready');
  });
});
