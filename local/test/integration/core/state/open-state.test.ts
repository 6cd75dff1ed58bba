import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from '../../../../core/state/open-state.ts';

const issuer = { url: 'http://127.0.0.1:1/_local/issuer', audience: 'ssc' };

describe('openState', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds clock and key again in the folder', async () => {
    const data = join(folder, 'new');
    const first = await openState({ data, engine: 'dynoxide', issuer });
    first.clock.advance(60);
    const second = await openState({ data, engine: 'dynoxide', issuer });
    expect(Math.round((second.clock.now() - second.clock.realNow()) / 1000)).toBe(60);
    expect(second.issuer.keys).toEqual(first.issuer.keys);
  });

  it('begins anew without a folder', async () => {
    const first = await openState({ data: undefined, engine: 'dynoxide', issuer });
    const second = await openState({ data: undefined, engine: 'dynamodb-local', issuer });
    expect(second.issuer.keys).not.toEqual(first.issuer.keys);
  });

  it.each([
    'no key',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
  ])('says what to do about a key that is none: %j', async (damaged) => {
    writeFileSync(join(folder, 'issuer-key.pem'), damaged);
    await expect(openState({ data: folder, engine: 'dynoxide', issuer })).rejects.toThrow(
      /^The issuer's key .*issuer-key\.pem is damaged .*Delete it/,
    );
  });

  it('refuses the folder of another engine, naming both', async () => {
    await openState({ data: folder, engine: 'dynoxide', issuer });
    await expect(openState({ data: folder, engine: 'dynamodb-local', issuer })).rejects.toThrow(
      `${folder} belongs to the engine dynoxide`,
    );
  });
});
