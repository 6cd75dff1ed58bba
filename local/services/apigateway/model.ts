export interface RouteModel {
  /** `POST /v1/gate/decisions` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly authorization:
    | { readonly type: 'NONE' }
    | { readonly type: 'AWS_IAM' }
    | {
        readonly type: 'JWT';
        readonly issuer: string;
        readonly audience: readonly string[];
        readonly scopes: readonly string[];
      };
  /** Integration timeout; API Gateway's own default is 30,000. */
  readonly timeoutMilliseconds: number;
}

export interface HttpApiModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly stageName: string;
  readonly routes: readonly RouteModel[];
  readonly cors?: {
    readonly allowOrigins: readonly string[];
    readonly allowMethods: readonly string[];
    readonly allowHeaders: readonly string[];
    readonly exposeHeaders: readonly string[];
    readonly maxAgeSeconds?: number;
    readonly allowCredentials: boolean;
  };
}

/** What the template says of HTTP APIs. */
export interface ApiGatewayTemplate {
  readonly httpApis: readonly HttpApiModel[];
}
