import type { HttpApiModel, RouteModel } from './model.ts';

export interface RouteMatch {
  readonly api: HttpApiModel;
  readonly route: RouteModel;
  /** Values of the path variables, still percent-encoded; empty without any. */
  readonly variables: Readonly<Record<string, string>>;
}
/** The route that answers, or `undefined` when not even a `$default` does. */
export type RouteTable = (method: string, path: string) => RouteMatch | undefined;

interface Candidate {
  readonly api: HttpApiModel;
  readonly route: RouteModel;
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * The routes of all HTTP APIs in one table, which one machine serves on one port.
 *
 * As API Gateway chooses: a full match before a greedy `{proxy+}` before `$default`; segment by segment an exact
 * one before a variable, and a named method before `ANY`. Several `$default`s: the first API's.
 *
 * @throws Error when two APIs have the same route, or one has a stage with a name, whose paths would differ.
 */
export function createRouteTable(apis: readonly HttpApiModel[]): RouteTable {
  const candidates = apis.flatMap(candidatesOf).toSorted(moreSpecificFirst);
  checkDistinct(candidates);
  const fallback = apis.flatMap((api) => api.routes.map((route) => ({ api, route }))).find(isDefault);
  return (method, path) => {
    const asked = path.split('/').slice(1);
    for (const { api, route, method: routeMethod, segments } of candidates) {
      if (routeMethod !== 'ANY' && routeMethod !== method) continue;
      const variables = matchSegments(segments, asked);
      if (variables) return { api, route, variables };
    }
    return fallback && { ...fallback, variables: {} };
  };
}

function isDefault({ route }: { readonly route: RouteModel }): boolean {
  return route.key === '$default';
}

function candidatesOf(api: HttpApiModel): Candidate[] {
  if (api.stageName !== '$default') {
    throw new Error(`${api.path}: the local runtime serves only the stage $default, not ${api.stageName}.`);
  }
  return api.routes
    .filter((route) => route.key !== '$default')
    .map((route) => {
      const [method, path] = route.key.split(' ');
      if (!method || !path?.startsWith('/')) throw new Error(`${api.path}: "${route.key}" is not a route key.`);
      return { api, route, method, segments: path.split('/').slice(1) };
    });
}

function checkDistinct(candidates: readonly Candidate[]): void {
  const seen = new Map<string, HttpApiModel>();
  for (const { api, route } of candidates) {
    const other = seen.get(route.key);
    if (other) throw new Error(`The route "${route.key}" is in both ${other.path} and ${api.path}.`);
    seen.set(route.key, api);
  }
}

function moreSpecificFirst(a: Candidate, b: Candidate): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let i = 0; i < length; i += 1) {
    const difference = generality(a.segments[i]) - generality(b.segments[i]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function generality(segment: string | undefined): number {
  if (segment === undefined) return 0;
  if (segment.endsWith('+}')) return 3;
  return isVariable(segment) ? 2 : 1;
}

function isVariable(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}

function matchSegments(pattern: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  const variables: Record<string, string> = {};
  for (const [i, segment] of pattern.entries()) {
    const value = asked[i];
    if (value === undefined) return undefined;
    if (segment.endsWith('+}')) {
      const rest = asked.slice(i).join('/');
      if (rest === '') return undefined;
      variables[segment.slice(1, -2)] = rest;
      return variables;
    }
    if (isVariable(segment)) {
      if (value === '') return undefined;
      variables[segment.slice(1, -1)] = value;
    } else if (segment !== value) return undefined;
  }
  return pattern.length === asked.length ? variables : undefined;
}
