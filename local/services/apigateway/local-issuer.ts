import type { CloudFrontTemplate } from '../cloudfront/model.ts';
import type { S3Template } from '../s3/model.ts';
import type { ApiGatewayTemplate } from './model.ts';

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

/** The local issuer, or its origin alone, inside of any text. */
const inTemplate = /http:\/\/127\.0\.0\.1:3000(?=\/_local\/issuer\b|[\s;"]|$)/g;

/**
 * The deployment with the local issuer on its port, wherever the assembly names it: in the authorizers of routes, in the
 * console's security policy, and in the files that are deployed. Another issuer, given by SSC_ISSUER, stays.
 */
export function withIssuerOn<Deployment extends NamesIssuer>(port: number, deployment: Deployment): Deployment {
  const { httpApis, distributions, bucketDeployments } = deployment;
  const move = <Part>(part: Part): Part => moved(part, `http://127.0.0.1:${port}`);
  const inFiles = { [templateIssuer]: issuerOn(port) };
  return {
    ...deployment,
    httpApis: move(httpApis),
    distributions: move(distributions),
    bucketDeployments: bucketDeployments.map(({ sources, ...others }) => ({
      ...others,
      sources: sources.map((source) => ({ ...source, markers: { ...source.markers, ...inFiles } })),
    })),
  };
}

type NamesIssuer = ApiGatewayTemplate & CloudFrontTemplate & Pick<S3Template, 'bucketDeployments'>;

function moved<Part>(part: Part, origin: string): Part {
  if (typeof part === 'string') return part.replaceAll(inTemplate, origin) as Part;
  if (Array.isArray(part)) return part.map((item: unknown) => moved(item, origin)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, moved(value, origin)])) as Part;
}

/** The audience that the deployment's authorizer wants, so that the local tokens have it. */
export function audienceOf(deployment: ApiGatewayTemplate): string {
  for (const { authorization } of deployment.httpApis.flatMap((api) => api.routes)) {
    if (authorization.type === 'JWT' && authorization.audience[0] !== undefined) return authorization.audience[0];
  }
  return localAudience;
}
