import { describe, expect, it } from 'vitest';
import { AwsError, isRetryable, toAwsError } from '../../../../shared/aws-json/aws-error.ts';

describe('toAwsError', () => {
  it.each([
    ['a header', 'ThrottlingException:http://internal.amazon.com/', '{}', 'ThrottlingException'],
    ['a type with its namespace', undefined, '{"__type":"com.amazonaws.dynamodb#Odd"}', 'Odd'],
    ['a type with its documentation', undefined, '{"__type":"ns#Odd:http://x"}', 'Odd'],
    ['a code', undefined, '{"code":"Odd"}', 'Odd'],
    ['nothing', undefined, '{}', 'Unknown'],
    ['a number', undefined, '{"__type":7}', 'Unknown'],
    ['no JSON', undefined, '<html>', 'Unknown'],
    ['no object', undefined, 'null', 'Unknown'],
  ])('reads the name of %s', (_, header, text, name) => {
    expect(toAwsError(400, header, text)).toMatchObject({ name, status: 400 });
  });

  it('has the service’s words, in either spelling, or none', () => {
    expect(toAwsError(400, 'Odd', '{"message":"one"}').message).toBe('one');
    expect(toAwsError(400, 'Odd', '{"Message":"two"}').message).toBe('two');
    expect(toAwsError(400, 'Odd', '{"message":{}}').message).toBe('');
  });
});

describe('isRetryable', () => {
  const system = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    new AwsError('ProvisionedThroughputExceededException', '', 400),
    new AwsError('Unknown', '', 503),
    new AwsError('Unknown', '', 429),
    system('ECONNRESET'),
    system('EAI_AGAIN'),
    Object.assign(new Error('late'), { name: 'TimeoutError' }),
  ])('is true of what may pass: %s', (error) => {
    expect(isRetryable(error)).toBe(true);
  });

  it.each([
    new AwsError('ConditionalCheckFailedException', '', 400),
    new AwsError('AccessDeniedException', '', 403),
    system('EACCES'),
    new Error('odd'),
    'ThrottlingException',
    undefined,
  ])('is false of all else: %s', (error) => {
    expect(isRetryable(error)).toBe(false);
  });
});
