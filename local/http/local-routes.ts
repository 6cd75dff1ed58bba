import type { SentMessages } from '../door/sent-messages.ts';
import { shortName } from '../door/short-name.ts';
import type { CallRecorder, Faults, LocalClock, RecordedCall } from '../ports.ts';
import type { CrossedEvents } from './crossed-events.ts';
import { faultsBody, type KnownCalls } from './fault-requests.ts';
import { type FrontRequest, type FrontResponse, jsonResponse } from './front-request.ts';
import type { Issuer } from './issuer.ts';
import { BadLocalRequest, clockBody, parseBody, tokenBody } from './local-requests.ts';

export interface LocalRoutesOptions {
  readonly clock: LocalClock;
  readonly issuer: Issuer;
  readonly faults: Faults;
  readonly knownCalls: KnownCalls;
  readonly recorder: CallRecorder;
  readonly events: Pick<CrossedEvents, 'recent'>;
  readonly messages: Pick<SentMessages, 'recent' | 'clear'>;
  /** Deletes what has expired; the number of items. */
  readonly sweep: () => Promise<number>;
}

type Answer = FrontResponse | Promise<FrontResponse>;
type LocalRoutes = Readonly<Record<string, (request: FrontRequest) => Answer>>;

/** The `_local` routes: what a machine has in place of AWS's consoles, an identity provider and the passing of time. */
export function createLocalRoutes(options: LocalRoutesOptions): (request: FrontRequest) => Promise<FrontResponse> {
  const routes = routesOf(options);
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
  const { clock, issuer, faults, recorder, events, messages, sweep } = options;
  const knownFaults = faultsBody(options.knownCalls);
  const time = () => ({
    now: new Date(clock.now()).toISOString(),
    advancedSeconds: Math.round(clock.now() - clock.realNow()) / 1000,
  });
  const nothing: FrontResponse = { status: 204, headers: [], body: '' };
  return {
    'GET /_local/issuer/.well-known/openid-configuration': () => jsonResponse(200, issuer.discovery),
    'GET /_local/issuer/jwks.json': () => jsonResponse(200, issuer.keys),
    'POST /_local/token': async (request) => {
      const token = await issuer.sign(parseBody(request, tokenBody));
      return jsonResponse(200, { token }, { 'cache-control': 'no-store' });
    },
    'GET /_local/clock': () => jsonResponse(200, time()),
    'POST /_local/clock': (request) => {
      clock.advance(parseBody(request, clockBody).advanceSeconds);
      return jsonResponse(200, time());
    },
    'POST /_local/ttl-sweep': async () => jsonResponse(200, { deleted: await sweep() }),
    'GET /_local/faults': () => jsonResponse(200, { items: faults.list() }),
    'POST /_local/faults': (request) => {
      faults.add(parseBody(request, knownFaults));
      return jsonResponse(200, { items: faults.list() });
    },
    'DELETE /_local/faults': () => {
      faults.clear();
      return nothing;
    },
    'GET /_local/calls': (request) => jsonResponse(200, { items: recorder.recent().filter(wanted(request)) }),
    'DELETE /_local/calls': () => {
      recorder.clear();
      return nothing;
    },
    'GET /_local/events': () => jsonResponse(200, { items: events.recent() }),
    'GET /_local/messages': () => jsonResponse(200, { items: messages.recent() }),
    'DELETE /_local/messages': () => {
      messages.clear();
      return nothing;
    },
  };
}

/** `since` is an RFC 3339 time of the record; `function` a function's or caller's name, with or without the stage's prefix. */
function wanted({ queryString }: FrontRequest): (call: RecordedCall) => boolean {
  const query = new URLSearchParams(queryString);
  const name = query.get('function');
  const since = query.get('since');
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  if (Number.isNaN(from)) throw new BadLocalRequest('since: must be an RFC 3339 time');
  return ({ caller, at }) => (name === null || caller === name || shortName(caller) === name) && Date.parse(at) >= from;
}
