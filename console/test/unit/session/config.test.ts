import { expect, it } from 'vitest';
import { parseConfig } from '../../../src/session/config.ts';

const config = { issuer: 'https://issuer', clientId: 'c', scope: 'ssc/seller', liveUrl: 'wss://live', stage: 'dev' };

it('takes the settings as they are', () => {
  expect(parseConfig(config)).toEqual(config);
});

it.each([
  [{ ...config, issuer: '' }, 'issuer'],
  [{ ...config, clientId: 1, scope: undefined }, 'clientId, scope'],
  [null, 'issuer, clientId, scope, liveUrl, stage'],
])('names what is missing', (value, names) => {
  expect(() => parseConfig(value)).toThrow(`config.json lacks ${names}.`);
});
