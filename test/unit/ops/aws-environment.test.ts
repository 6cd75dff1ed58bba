import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAwsSettings } from '../../../ops/aws-environment.ts';
import { openServiceApi } from '../../../ops/find-service.ts';

describe('what AWS clients are told of the environment', () => {
  let folder = '';
  let files = {};
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-aws-'));
    files = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
    writeFileSync(join(folder, 'config'), '[default]\nregion = x\n[profile dev]\n[ profile "in prod" ] # quoted\n');
    writeFileSync(join(folder, 'credentials'), '[old]\naws_access_key_id = A\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [{}, {}],
    [{ AWS_REGION: 'a', AWS_DEFAULT_REGION: 'b' }, { region: 'a' }],
    [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'b' }, { region: 'b' }],
  ])('is of the region what the AWS CLI would take: %j', (environment, settings) => {
    expect(readAwsSettings(environment)).toEqual(settings);
  });

  it.each(['dev', 'in prod', 'old', 'default', ''])('may have the profile "%s"', (AWS_PROFILE) => {
    expect(readAwsSettings({ ...files, AWS_PROFILE })).toEqual({});
  });

  it('is that a profile does not exist, and where it was looked for', async () => {
    const environment = { ...files, AWS_PROFILE: 'prdo' };
    const message = `AWS_PROFILE: there is no profile "prdo" in ${join(folder, 'config')} or ${join(folder, 'credentials')}.`;
    expect(() => readAwsSettings(environment)).toThrow(message);
    await expect(openServiceApi({ type: 'stage', stage: 'dev' }, environment)).rejects.toThrow(message);
    const gone = { AWS_CONFIG_FILE: join(folder, 'x'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'y') };
    expect(() => readAwsSettings({ ...gone, AWS_PROFILE: 'dev' })).toThrow('there is no profile "dev"');
    expect(() => readAwsSettings({ ...gone, AWS_CONFIG_FILE: folder, AWS_PROFILE: 'dev' })).toThrow('cannot be read');
  });
});
