/** What the console has to know before anything else: its own server says it, at `/config.json`. */
export interface ConsoleConfig {
  /** OpenID Connect: `<issuer>/.well-known/openid-configuration` says the rest. */
  readonly issuer: string;
  readonly clientId: string;
  /** Space-separated. */
  readonly scope: string;
  /** Of the WebSocket; the page's policy allows it. Tickets say it, too. */
  readonly liveUrl: string;
  readonly stage: string;
  /** Buyers' pictures that are to be had at our own address. */
  readonly pictures?: { readonly from: string; readonly to: string };
}

const fields = ['issuer', 'clientId', 'scope', 'liveUrl', 'stage'] as const;

export function parseConfig(value: unknown): ConsoleConfig {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const missing = fields.filter((field) => typeof given[field] !== 'string' || given[field] === '');
  if (missing.length > 0) throw new Error(`config.json lacks ${missing.join(', ')}.`);
  return given as unknown as ConsoleConfig;
}

export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`config.json: HTTP ${response.status}.`);
  return parseConfig(await response.json());
}
