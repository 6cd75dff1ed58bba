import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../ops/service-refusal.ts';

describe('refusalOf', () => {
  it.each([
    [404, '{"code":"not_found","detail":"There is no such route."}', '404 not_found There is no such route.'],
    [
      400,
      '{"code":"validation_failed","detail":"d","errors":[{"path":"a","message":"is wrong"},{"path":"b","message":"too"}]}',
      '400 validation_failed a is wrong; b too',
    ],
    [401, '{"message":"Unauthorized"}', '401 Unauthorized. Sign in again.'],
    [502, '<html>', '502'],
    [500, 'null', '500'],
  ])('tells %i in the words of the API: %s', (status, text, message) => {
    expect(refusalOf({ status, text })).toMatchObject({ name: 'ServiceRefusal', status, message });
  });

  it('says what to look at where the API cannot know', () => {
    expect(refusalOf({ status: 403, text: '{}' }).message).toContain('Have the credentials expired');
  });
});
