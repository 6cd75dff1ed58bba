import { shortName } from '../aws-endpoint/short-name.ts';
import type { CallRecorder, RecordedCall } from '../aws-endpoint/recorder.ts';
import type { Faults } from '../aws-endpoint/faults.ts';
import type { LocalClock } from '../state/clock.ts';
import { avatarPicture } from './avatar-picture.ts';
import { faultsBody } from './fault-requests.ts';
import type { KnownCalls } from './fault-requests.ts';
import type { HttpRequest, HttpResponse } from '../http-front-end/http-request.ts';
import { jsonResponse } from '../http-front-end/http-request.ts';
import type { Issuer } from '../issuer/issuer.ts';
import { issuerRoutes } from '../issuer/issuer-routes.ts';
import type { Person } from '../issuer/person.ts';
import { BadLocalRequest, clockBody, parseBody, tokenBody } from './local-requests.ts';

export interface LocalRoutesOptions {
  readonly clock: LocalClock;
  readonly issuer: Issuer;
  /** Who can sign in. */
  readonly people: readonly Person[];
  readonly faults: Faults;
  readonly knownCalls: KnownCalls;
  readonly recorder: CallRecorder;
  /** Of services, beside those that are here whatever runs. */
  readonly routes: readonly LocalRoutes[];
}

/** Else the next request is refused, and nobody thinks of the clock. */
const afterJump =
  'What lived until before now has ended: tokens (POST /_local/token makes another), tickets and connections of the live feed ' +
  '(a new ticket opens another), and sign-ins older than 12 hours (the console asks again; younger ones it renews by itself).';

type Answer = HttpResponse | Promise<HttpResponse>;
/** By method and path, e.g. `GET /_local/clock`. */
export type LocalRoutes = Readonly<Record<string, (request: HttpRequest) => Answer>>;

/** An answer that says no more than that it was done. */
export const noContent: HttpResponse = { status: 204, headers: [], body: '' };

/** The `_local` routes: what a machine has in place of AWS's consoles, an identity provider and the passing of time. */
export function createLocalRoutes(options: LocalRoutesOptions): (request: HttpRequest) => Promise<HttpResponse> {
  const routes: LocalRoutes = Object.assign(routesOf(options), ...options.routes);
  const paths = new Set(Object.keys(routes).map((key) => key.split(' ')[1]));
  return async (request) => {
    const route = routes[`${request.method} ${request.path}`];
    if (!route) {
      if (!paths.has(request.path)) return jsonResponse(404, { message: `There is no ${request.path} here.` });
      return jsonResponse(405, { message: `${request.path} does not take ${request.method}.` });
    }
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof BadLocalRequest) return jsonResponse(400, { message: error.message });
      throw error;
    }
  };
}

function routesOf(options: LocalRoutesOptions): LocalRoutes {
  const { clock, issuer, faults, recorder } = options;
  const knownFaults = faultsBody(options.knownCalls);
  const time = () => ({
    now: new Date(clock.now()).toISOString(),
    advancedSeconds: Math.round(clock.now() - clock.realNow()) / 1000,
  });
  return {
    ...issuerRoutes(options),
    'POST /_local/token': async (request) => {
      const token = await issuer.sign(parseBody(request, tokenBody));
      return jsonResponse(200, { token }, { 'cache-control': 'no-store' });
    },
    'GET /_local/clock': () => jsonResponse(200, time()),
    'POST /_local/clock': (request) => {
      clock.advance(parseBody(request, clockBody).advanceSeconds);
      return jsonResponse(200, { ...time(), note: afterJump });
    },
    'GET /_local/faults': () => jsonResponse(200, { items: faults.list() }),
    'POST /_local/faults': (request) => {
      faults.add(parseBody(request, knownFaults));
      return jsonResponse(200, { items: faults.list() });
    },
    'DELETE /_local/faults': () => {
      faults.clear();
      return noContent;
    },
    'GET /_local/avatar': ({ queryString }) => picture(new URLSearchParams(queryString).get('of') ?? ''),
    'GET /_local/calls': (request) => jsonResponse(200, { items: recorder.recent().filter(wanted(request)) }),
    'DELETE /_local/calls': () => {
      recorder.clear();
      return noContent;
    },
  };
}

/** Of a demo's buyer: their pictures are at an address that exists nowhere. */
function picture(of: string): HttpResponse {
  if (!/^[A-Za-z0-9_.-]{1,80}$/.test(of)) throw new BadLocalRequest('of: must be the name of a picture');
  const headers: [string, string][] = [
    ['content-type', 'image/svg+xml'],
    ['content-security-policy', "default-src 'none'"],
    ['cache-control', 'public, max-age=86400'],
    ['x-content-type-options', 'nosniff'],
  ];
  return { status: 200, headers, body: avatarPicture(of) };
}

/** `since` is an RFC 3339 time of the record; `function` a function's or caller's name, with or without the stage's prefix. */
function wanted({ queryString }: HttpRequest): (call: RecordedCall) => boolean {
  const query = new URLSearchParams(queryString);
  const name = query.get('function');
  const since = query.get('since');
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  if (Number.isNaN(from)) throw new BadLocalRequest('since: must be an RFC 3339 time');
  return ({ caller, at }) => (name === null || caller === name || shortName(caller) === name) && Date.parse(at) >= from;
}
