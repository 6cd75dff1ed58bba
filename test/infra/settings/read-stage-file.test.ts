import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStageFile } from '../../../infra/settings/read-stage-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ssc-stages-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'pilot.json');
const read = (content: unknown) => {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readStageFile(folder, 'pilot');
};
const ownStages = new URL('../../../infra/stages', import.meta.url).pathname;

describe('the file of a stage', () => {
  it('holds what it says, and may say nothing', () => {
    const callerPrincipals = { ops: ['222222222222', 'arn:aws:iam::222222222222:role/on-call'] };
    expect(read({ callerPrincipals, gate: { failMode: 'closed' } })).toEqual({
      callerPrincipals,
      gate: { failMode: 'closed' },
    });
    expect(read({})).toEqual({});
  });

  it.each<[content: unknown, sentence: string]>([
    [{ gate: { deadlineMilliseconds: 5 } }, 'gate.deadlineMilliseconds must be a whole number from 20 to 2000'],
    [{ gate: { deadlineMilliseconds: '150' } }, 'gate.deadlineMilliseconds must be a whole number from 20 to 2000'],
    [{ gate: { failMode: 'ajar' } }, 'gate.failMode must be one of open, closed'],
    [{ gate: { failmode: 'open' } }, 'gate has no setting failmode: there are deadlineMilliseconds, failMode'],
    [{ gate: [] }, 'gate must be an object with deadlineMilliseconds, failMode'],
    [{ keepsData: 'yes' }, 'keepsData must be true or false'],
    [{ retentionDays: { logs: 10 } }, 'retentionDays.logs must be one of 1, 3, 5, 7, 14, 30, 60'],
    [{ retentionDays: { archive: 0 } }, 'retentionDays.archive must be a whole number from 1 to 3653'],
    [{ throttle: { live: { burst: 1.5 } } }, 'throttle.live.burst must be a whole number from 1 to 1000000'],
    [
      { callerPrincipals: { ops: ['everybody'] } },
      'callerPrincipals.ops.0 must be an account ID, or the ARN of a role',
    ],
    [{ callerPrincipals: { opps: [] } }, 'callerPrincipals has no setting opps: there are marketplace, order-service'],
    [{ callerPrincipals: { ops: '*' } }, 'callerPrincipals.ops must be a list'],
    [{ alarms: { page: { emails: ['on-call'] } } }, 'alarms.page.emails.0 must be an e-mail address'],
    [{ alarms: { page: { urls: ['http://a.example'] } } }, 'alarms.page.urls.0 must be an https URL'],
    [{ alarms: { page: { topics: ['pager'] } } }, 'alarms.page.topics.0 must be the ARN of a … of sns'],
    [{ objectives: { gate: 99.99 } }, 'objectives.gate must be a number from 95 to 99.95'],
    [{ objectives: { seller: 94 } }, 'objectives.seller must be a number from 95 to 99.95'],
    [{ reservedConcurrency: { gate: 0 } }, 'reservedConcurrency.gate must be a whole number from 1 to 100000'],
    [{ consoleUrl: 'console.example' }, 'consoleUrl must be a URL'],
    [{ allowedOrigins: ['https://a.example/'] }, 'allowedOrigins.0 must be an origin, https://console.example.com'],
    [{ mailIdentity: 'arn:aws:ses' }, 'mailIdentity must be a domain or an e-mail address'],
    [
      {
        subscribers: [
          { name: 'risk', bus: 'arn:aws:events:eu-west-1:222222222222:event-bus/risk', types: ['Buyer Bloked'] },
        ],
      },
      'subscribers.0.types.0 must be one of Order Cancellation Requested, ',
    ],
    [{ subscribers: [{ name: 'risk' }] }, 'subscribers.0.bus must be the ARN of a event-bus/… of events'],
    [{ stage: 'prod' }, 'has no setting stage: there are issuer, audience'],
    [[], 'must be an object with issuer, audience'],
    ['{"gate": ', 'must be JSON: '],
  ])('is refused in one sentence when it is %j', (content, sentence) => {
    expect(() => read(content)).toThrow(`${path}: ${sentence}`);
    expect(() => read(content)).not.toThrow(/\n/);
  });

  it('must be there, but for the local stage', () => {
    expect(() => readStageFile(folder, 'prdo')).toThrow(`${join(folder, 'prdo.json')}: is missing`);
    expect(readStageFile(folder, 'local')).toEqual({});
  });

  it('is right for each stage of the repository', () => {
    const names = readdirSync(ownStages).map((name) => name.replace('.json', ''));
    expect(names.toSorted()).toEqual(['dev', 'prod', 'staging']);
    for (const name of names) expect(readStageFile(ownStages, name)).toHaveProperty('keepsData', name !== 'dev');
  });
});
