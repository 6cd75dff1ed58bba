import { describe, expect, it } from 'vitest';
import { isBlockedPort, parseHttpPort } from '../../../../shared/command-line/http-port.ts';

const parse = (text: string) => parseHttpPort('--port', text);

describe('the port of the HTTP APIs', () => {
  it.each(['1024', '3000', '65534'])('may be %s', (text) => {
    expect(parse(text)).toBe(Number(text));
  });

  it.each(['0', '65535', '3000.5', '', 'x'])('is not %j, which is none', (text) => {
    expect(() => parse(text)).toThrow(`--port: must be a whole number from 1 to 65534, not "${text}".`);
  });

  it('is none that clients refuse, nor one before it', () => {
    expect(() => parse('6000')).toThrow(/^--port: fetch and browsers refuse port 6000, which belongs to another/);
    expect(() => parse('10079')).toThrow("refuse port 10080 (the AWS endpoint's, one behind 10079)");
  });

  it('is refused where fetch refuses it', async () => {
    const blocked = Array.from({ length: 65_535 }, (_, index) => index + 1).filter(isBlockedPort);
    expect(blocked).toHaveLength(82);
    for (const port of blocked)
      await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ cause: { message: 'bad port' } });
  });
});
