import { describe, expect, it } from 'vitest';
import { createCallRecorder } from '../../../../core/aws-endpoint/recorder.ts';

const call = (operation: string) => ({
  at: '',
  caller: 'gate',
  service: 'dynamodb',
  operation,
  durationMilliseconds: 1,
  status: 200,
});

describe('createCallRecorder', () => {
  it('keeps the last calls, oldest first', () => {
    const recorder = createCallRecorder(3);
    for (let index = 0; index < 20; index += 1) recorder.record(call(String(index)));
    expect(recorder.recent().map(({ operation }) => operation)).toEqual(['17', '18', '19']);
  });

  it('forgets them when told', () => {
    const recorder = createCallRecorder();
    recorder.record(call('GetItem'));
    recorder.clear();
    expect(recorder.recent()).toEqual([]);
  });
});
