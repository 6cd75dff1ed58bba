import { expect, it } from 'vitest';
import { returnPathOf } from '../../../src/session/return-path-rules.ts';

it.each([
  [{ returnTo: '/shops/1/alerts?kind=risk_refund' }, '/shops/1/alerts?kind=risk_refund'],
  [{ returnTo: '//evil.example' }, '/'],
  [{ returnTo: '/\\evil.example' }, '/'],
  [{ returnTo: 'https://evil.example' }, '/'],
  [{ returnTo: 7 }, '/'],
  [undefined, '/'],
])('goes from %o to %s', (state, path) => expect(returnPathOf(state)).toBe(path));
