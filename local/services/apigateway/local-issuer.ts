import type { ApiGatewayTemplate, HttpApiModel, RouteModel } from './model.ts';

/**
 * The issuer in the templates of the stage `local`. It stands for the local one, whose port is known only at the start: so
 * one assembly serves every port.
 */
export const templateIssuer = 'http://127.0.0.1:3000/_local/issuer';
export const localAudience = 'ssc';

/** The local issuer of the runtime on this port. */
export function issuerOn(port: number): string {
  return `http://127.0.0.1:${port}/_local/issuer`;
}

/** The deployment with the local issuer on its port; another issuer, given by SSC_ISSUER, stays. */
export function withIssuerOn<Deployment extends ApiGatewayTemplate>(port: number, deployment: Deployment): Deployment {
  const moveRoute = (route: RouteModel): RouteModel =>
    route.authorization.type === 'JWT' && route.authorization.issuer === templateIssuer
      ? { ...route, authorization: { ...route.authorization, issuer: issuerOn(port) } }
      : route;
  const moveApi = (api: HttpApiModel): HttpApiModel => ({ ...api, routes: api.routes.map(moveRoute) });
  return { ...deployment, httpApis: deployment.httpApis.map(moveApi) };
}

/** The audience that the deployment's authorizer wants, so that the local tokens have it. */
export function audienceOf(deployment: ApiGatewayTemplate): string {
  for (const { authorization } of deployment.httpApis.flatMap((api) => api.routes)) {
    if (authorization.type === 'JWT' && authorization.audience[0] !== undefined) return authorization.audience[0];
  }
  return localAudience;
}
