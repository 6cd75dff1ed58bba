/** What a log must not hold. */
export const secretKinds = ['username', 'note', 'avatar', 'address', 'token'] as const;
export type SecretKind = (typeof secretKinds)[number];

export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
}

const kindOf: Readonly<Record<string, SecretKind>> = {
  username: 'username',
  note: 'note',
  avatarUrl: 'avatar',
  address: 'address',
  email: 'address',
  token: 'token',
  ticket: 'token',
  secretAccessKey: 'token',
  sessionToken: 'token',
};
const names = Object.keys(kindOf).join('|');

/** A field of JSON, as it is (`"note":"…"`), as a value of an expression (`":note"`), and as DynamoDB's own type of text (`{"S":"…"}`). */
const fields = new RegExp(`":?(${names})"\\s*:\\s*(?:\\{\\s*"S"\\s*:\\s*)?("(?:[^"\\\\]|\\\\.)*")`, 'g');
const anyField = new RegExp(`":?(?:${names})"\\s*:`);
const literals = new RegExp(`\\b(${names})\\s*[:=]\\s*(?:'((?:[^'\\\\\\n]|\\\\.)*)'|"((?:[^"\\\\\\n]|\\\\.)*)")`, 'g');
const parameters = new RegExp(`[?&](${names})=([^&#]*)`, 'g');

/** What the fields of a text in JSON say, by their names and at any depth. */
export function secretsInJson(text: string): readonly Secret[] {
  if (!anyField.test(text)) return [];
  return [...text.matchAll(fields)].flatMap(([, name = '', quoted = '']) => secret(name, unquote(quoted)));
}

/** What is written down in a test's source, whatever becomes of it. */
export function secretsInSource(text: string): readonly Secret[] {
  return [...text.matchAll(literals)].flatMap(([, name = '', single, double]) =>
    secret(name, unquote(`"${double ?? (single ?? '').replaceAll("\\'", "'").replaceAll('"', '\\"')}"`)),
  );
}

/** What a request says outside of its body. */
export function secretsInRequest(path: string, header: (name: string) => string | undefined): readonly Secret[] {
  const asked = [...path.matchAll(parameters)].flatMap(([, name = '', value = '']) => secret(name, decode(value)));
  const bearer = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1];
  return [...asked, ...secret('token', bearer), ...secret('token', header('x-amz-security-token'))];
}

/** Shorter than that, a token opens nothing: some tests send such ones to be refused. */
const shortestToken = 16;

function secret(name: string, value: string | undefined): readonly Secret[] {
  const kind = kindOf[name];
  if (kind === undefined || value === undefined || value === '') return [];
  if (kind === 'token' && value.length < shortestToken) return [];
  // Machines have addresses, too.
  return kind === 'address' && !value.includes('@') ? [] : [{ kind, value }];
}

function unquote(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
