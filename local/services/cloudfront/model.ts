export type OriginModel =
  | { readonly type: 'bucket'; readonly name: string }
  /** All HTTP APIs answer at one address here. */
  | { readonly type: 'http_api' };

export interface ResponseHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Whether it takes the place of the origin's own. */
  readonly overrides: boolean;
}

export interface BehaviorModel {
  /** As CloudFront writes paths, `*` in it for any characters and `?` for one. */
  readonly pathPattern: string;
  readonly methods: readonly string[];
  readonly origin: OriginModel;
  /** Code of the function that sees each request first. */
  readonly viewerRequest?: string;
  /** Whether files are compressed for clients who take that. */
  readonly compresses: boolean;
  readonly responseHeaders: readonly ResponseHeader[];
}

export interface DistributionModel {
  readonly arn: string;
  readonly path: string;
  /** In the order in which they are tried; the last matches every path. */
  readonly behaviors: readonly BehaviorModel[];
}

/** What the template says of distributions. */
export interface CloudFrontTemplate {
  readonly distributions: readonly DistributionModel[];
}
