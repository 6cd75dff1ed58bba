import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deployFiles } from '../../../../services/s3/deploy-files.ts';
import type { DeploymentSource } from '../../../../services/s3/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ssc-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28, 0x0d, 0x0a]);
mkdirSync(join(folder, 'one', 'assets'), { recursive: true });
mkdirSync(join(folder, 'two'));
writeFileSync(join(folder, 'one', 'index.html'), '<p>{{who}} {{who}}</p>');
writeFileSync(join(folder, 'one', 'assets', 'a.png'), bytes);
writeFileSync(join(folder, 'two', 'index.html'), 'later');

const source = (name: string, more: Partial<DeploymentSource> = {}): DeploymentSource => ({
  directory: join(folder, name),
  markers: {},
  escapesJson: false,
  ...more,
});
const deploy = (sources: readonly DeploymentSource[], cacheControl?: string) =>
  deployFiles({ path: 'p', bucketName: 'b', roleArn: 'r', sources, ...(cacheControl && { cacheControl }) });

describe('deployFiles', () => {
  it('names files by their path in the asset, with type, tag and how long they may be kept', () => {
    const files = deploy([source('one')], 'no-cache');
    expect([...files.keys()].toSorted()).toEqual(['assets/a.png', 'index.html']);
    expect(files.get('assets/a.png')).toMatchObject({ contentType: 'image/png', cacheControl: 'no-cache' });
    expect(files.get('index.html')?.etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('lets a later source win', () => {
    expect(String(deploy([source('one'), source('two')]).get('index.html')?.body)).toBe('later');
  });

  it('fills in what is known only at the deployment, escaped for JSON where that is asked', () => {
    const body = (markers: Record<string, string>, escapesJson = false) =>
      String(deploy([source('one', { markers, escapesJson })]).get('index.html')?.body);
    expect(body({ '{{who}}': 'Zoë $&' })).toBe('<p>Zoë $& Zoë $&</p>');
    expect(body({ '{{who}}': 'a"b' }, true)).toBe('<p>a\\"b a\\"b</p>');
  });

  it('leaves every other byte as it is', () => {
    const files = deploy([source('one', { markers: { '{{who}}': 'x' } })]);
    expect(files.get('assets/a.png')?.body).toEqual(bytes);
  });
});
