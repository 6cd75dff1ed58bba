import { describe, expect, it } from 'vitest';
import { BadLocalRequest, clockBody, parseBody, tokenBody } from '../../../../core/local-routes/local-requests.ts';
import { request } from '../../../builders/http-requests.ts';

const withBody = (body: unknown) => request({ method: 'POST', body: Buffer.from(JSON.stringify(body)) });

describe('bodies of _local routes', () => {
  it('takes a token’s shops as a text or a list', () => {
    const shops = ['1:owner', '2:viewer'];
    expect(parseBody(withBody({ subject: 's', shops }), tokenBody).shops).toEqual(shops);
    expect(parseBody(withBody({ subject: 's', shops: '1:owner 2:viewer' }), tokenBody)).toEqual({
      subject: 's',
      shops,
      scope: 'ssc/seller',
      expiresInSeconds: 3_600,
    });
  });

  it.each([
    [{ shops: '1:owner' }, 'subject'],
    [{ subject: 's' }, 'shops'],
    [{ subject: 's', shops: '1' }, 'shops.0'],
    [{ subject: 's', shops: '1:boss' }, 'shops.0'],
    [{ subject: 's', shops: 7 }, 'shops'],
    [{ subject: 's', shops: [], scope: 1 }, 'scope'],
    [{ subject: 's', shops: [], expiresInSeconds: -1 }, 'expiresInSeconds'],
    [{ subject: 's', shops: [], more: 1 }, 'more'],
  ])('refuses the token request %j naming %s', (body, field) => {
    expect(() => parseBody(withBody(body), tokenBody)).toThrow(field);
  });

  it('moves the clock only forward', () => {
    expect(parseBody(withBody({ advanceSeconds: 0 }), clockBody)).toEqual({ advanceSeconds: 0 });
  });

  it.each([
    '{"advanceSeconds":-1}',
    '{"advanceSeconds":1e999}',
    '{"advanceSeconds":"NaN"}',
    '{"advanceSeconds":null}',
    '{}',
  ])('does not move the clock by %s', (body) => {
    expect(() => parseBody(request({ body: Buffer.from(body) }), clockBody)).toThrow(
      /^advanceSeconds: must be a number of seconds from 0 to 3153600000: the clock only moves forward$/,
    );
  });

  it.each([
    ['{', 'body: must be JSON'],
    ['', 'body: must be JSON'],
    ['{"advanceSeconds":NaN}', 'body: must be JSON'],
    ['[]', 'body: must be a JSON object'],
    ['{"advanceSeconds":1,"advance":1}', 'advance: is not a known field'],
  ])('says of the body %s what is wrong', (body, message) => {
    expect(() => parseBody(request({ body: Buffer.from(body) }), clockBody)).toThrow(new BadLocalRequest(message));
  });
});
