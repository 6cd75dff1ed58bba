import type { WebSocketApiModel, WebSocketRouteModel } from './model.ts';
import { isJsonObject } from '../../core/assembly/json.ts';
import type { Json } from '../../core/assembly/json.ts';

/** Routes that only API Gateway itself takes. */
const ownRoutes = new Set(['$connect', '$disconnect']);

/**
 * The route of a message: the one that its JSON names where the API's selector looks, else `$default`; undefined when
 * there is not even that.
 */
export function selectRoute(api: WebSocketApiModel, message: string): WebSocketRouteModel | undefined {
  const named = valueAt(parse(message), api.routeSelector);
  const routes = api.routes.filter(({ key }) => !ownRoutes.has(key));
  return routes.find(({ key }) => key === named) ?? routes.find(({ key }) => key === '$default');
}

function parse(message: string): Json {
  try {
    return JSON.parse(message) as Json;
  } catch {
    return null;
  }
}

function valueAt(value: Json, path: readonly string[]): string | undefined {
  const found = path.reduce<Json>(
    (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? (inner[name] ?? null) : null),
    value,
  );
  return found === null || typeof found === 'object' ? undefined : String(found);
}
