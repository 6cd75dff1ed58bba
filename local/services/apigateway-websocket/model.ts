export interface WebSocketRouteModel {
  /** `$connect`, `$disconnect`, `$default`, or what the API's selector finds in a message. */
  readonly key: string;
  readonly functionArn: string;
  /** Whether the function's answer goes back over the connection. */
  readonly responds: boolean;
  /** Integration timeout; API Gateway's own default is 29,000. */
  readonly timeoutMilliseconds: number;
}

export interface WebSocketApiModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly stageName: string;
  /** Where a message in JSON names its route: `['action']` for `$request.body.action`. */
  readonly routeSelector: readonly string[];
  readonly routes: readonly WebSocketRouteModel[];
}

/** What the template says of WebSocket APIs. */
export interface WebSocketTemplate {
  readonly webSocketApis: readonly WebSocketApiModel[];
}
