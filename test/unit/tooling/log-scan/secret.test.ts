import { describe, expect, it } from 'vitest';
import { secretsInJson, secretsInRequest, secretsInSource } from '../../../tooling/log-scan/secret.ts';

const token = 'a-token-of-sixteen-or-more';

describe('secretsInJson', () => {
  it.each([
    ['{"username":"Ren\\u00e9e \\"R\\""}', 'username', 'Renée "R"'],
    ['{"a":[{"note" : "threw a parcel"}]}', 'note', 'threw a parcel'],
    ['{"Item":{"avatarUrl":{"S":"https://a.example/1.png"}}}', 'avatar', 'https://a.example/1.png'],
    ['{":address":{"S":"ann@example.com"}}', 'address', 'ann@example.com'],
    [`{"ticket":"${token}"}`, 'token', token],
  ] as const)('takes from %s the %s', (text, kind, value) => {
    expect(secretsInJson(text)).toEqual([{ kind, value }]);
  });

  it.each([
    '{"username":""}',
    '{"username":{"type":"string"}}',
    '{"#username":"username"}',
    '{"token":"short"}',
    '{"address":"127.0.0.1"}',
    '{"orderId":"1"}',
  ])('takes nothing from %s', (text) => {
    expect(secretsInJson(text)).toEqual([]);
  });
});

describe('secretsInRequest', () => {
  it('takes what is asked for and who asks', () => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, 'x-amz-security-token': `s-${token}` };
    const path = `/v1/buyers?username=Ren%C3%A9e+R&limit=1&ticket=t-${token}`;
    expect(secretsInRequest(path, (name) => headers[name])).toEqual([
      { kind: 'username', value: 'Renée R' },
      { kind: 'token', value: `t-${token}` },
      { kind: 'token', value: token },
      { kind: 'token', value: `s-${token}` },
    ]);
  });
});

describe('secretsInSource', () => {
  it('takes literals in either quotation marks', () => {
    const source = ['f({ username: \'Ada "the\\u0020first"\' });', 'const note = "it\'s\\n";', 'let username: string;'];
    expect(secretsInSource(source.join('\n'))).toEqual([
      { kind: 'username', value: 'Ada "the first"' },
      { kind: 'note', value: "it's\n" },
    ]);
  });
});
