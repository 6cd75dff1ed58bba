import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AccessRequest, Principal } from '../../../../core/access/access-request.ts';
import { createBuckets } from '../../../../services/s3/buckets.ts';
import { buildAuthorizer } from '../../../../../test/builders/local-deployment.ts';

const directory = mkdtempSync(join(tmpdir(), 'ssc-bucket-'));
afterAll(() => rmSync(directory, { recursive: true }));
writeFileSync(join(directory, 'index.html'), 'page');

const template = {
  buckets: [{ name: 'files', arn: 'arn:aws:s3:::files', regionalDomainName: 'files.s3', policy: [] }],
  bucketDeployments: [
    {
      path: 'Stack/Page',
      bucketName: 'files',
      roleArn: 'arn:role',
      sources: [{ directory, markers: {}, escapesJson: false }],
    },
  ],
};
const edge: Principal = { type: 'service', service: 'cloudfront.amazonaws.com', sourceArn: 'arn:d', label: 'd' };
const lines: string[] = [];
const make = (refuses?: (request: AccessRequest) => boolean) => {
  const authorizer = buildAuthorizer(refuses);
  return { authorizer, buckets: createBuckets(template, authorizer, (line) => void lines.push(line)) };
};

describe('createBuckets', () => {
  it('has what was deployed, by the right of the function that copies', () => {
    const { authorizer, buckets } = make();
    expect(String(buckets.read('files', 'index.html', edge)?.body)).toBe('page');
    expect(authorizer.asked[0]).toMatchObject({
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::files/index.html',
      principal: { roleArn: 'arn:role' },
    });
  });

  it('shows an object to whom the bucket’s policy lets', () => {
    const { authorizer, buckets } = make(({ action }) => action === 's3:GetObject');
    expect(buckets.read('files', 'index.html', edge)).toBeUndefined();
    expect(authorizer.asked.at(-1)).toMatchObject({ policyOf: 'arn:aws:s3:::files', principal: edge });
    expect(lines.at(-1)).toContain('may not s3:GetObject');
  });

  it('knows neither other objects nor other buckets', () => {
    const { buckets } = make();
    expect(buckets.read('files', 'gone.html', edge)).toBeUndefined();
    expect(buckets.read('other', 'index.html', edge)).toBeUndefined();
  });

  it('does not start with a role that may not write', () => {
    expect(() => make(({ action }) => action === 's3:PutObject')).toThrow(
      'Stack/Page: Stack/Page may not s3:PutObject',
    );
  });
});
