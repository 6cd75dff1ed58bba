import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../../../services/iam/credentials.ts';
import { buildDeployment, buildFunction } from '../../../../../test/builders/local-deployment.ts';

const arnOf = (name: string) => `arn:aws:iam::000000000000:role/${name}`;
const roleOf = (name: string) => ({ arn: arnOf(name), name, path: name, statements: [], trust: [] });
const gate = buildFunction({ name: 'ssc-local-gate' });
const open = (...roles: string[]) =>
  createCredentials(buildDeployment({ roles: roles.map(roleOf), functions: [gate, buildFunction()] }));

describe('createCredentials', () => {
  it('knows each caller by name with the secret that is on every page, on the time of the machine', () => {
    expect(open('ssc-local-order-service').find('order-service')).toEqual({
      accessKeyId: 'order-service',
      secretAccessKey: 'local',
      clock: 'real',
      principal: {
        type: 'role',
        roleArn: arnOf('ssc-local-order-service'),
        accessKeyId: 'order-service',
        label: 'order-service',
      },
    });
  });

  it('takes a role whose name ends with the region', () => {
    const name = 'ssc-local-order-service-us-east-1';
    expect(open(name).find('order-service')?.principal).toMatchObject({ roleArn: arnOf(name) });
  });

  it.each([
    'ssc-local-order-service-role',
    'ssc-local-order-service-eu-west-1',
    'other-local-order-service',
    'ssc-order-service',
    'ssc-local-service',
  ])('takes the role %s for no caller’s', (name) => {
    expect(open(name).find('order-service')).toBeUndefined();
  });

  it('gives each function keys of its own, on the local clock', () => {
    const credentials = open();
    const { accessKeyId, secretAccessKey } = credentials.forFunction('ssc-local-gate');
    expect(credentials.find(accessKeyId)).toEqual({
      accessKeyId,
      secretAccessKey,
      clock: 'local',
      principal: {
        type: 'role',
        roleArn: gate.roleArn,
        accessKeyId,
        label: 'ssc-local-gate',
        functionName: 'ssc-local-gate',
      },
    });
    expect(credentials.forFunction('ssc-local-sample').accessKeyId).not.toBe(accessKeyId);
  });

  it('makes secrets of functions anew, which nobody can know: not of another function, not of an earlier start', () => {
    const [one, other] = [open(), open()];
    const secrets = [
      one.forFunction('ssc-local-gate'),
      one.forFunction('ssc-local-sample'),
      other.forFunction('ssc-local-gate'),
    ];
    const distinct = new Set(secrets.map(({ secretAccessKey }) => secretAccessKey));
    expect(distinct.size).toBe(3);
    for (const secret of distinct) expect(Buffer.from(secret, 'base64url')).toHaveLength(30);
  });

  it('knows nobody else', () => {
    const credentials = open('ssc-local-ops');
    for (const id of ['support', '', 'ssc-local-gate', '__proto__']) expect(credentials.find(id), id).toBeUndefined();
    expect(() => credentials.forFunction('ssc-local-none')).toThrow('there is no function ssc-local-none');
  });
});
