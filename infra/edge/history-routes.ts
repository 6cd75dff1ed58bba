/** What CloudFront hands to a function before it looks into its cache; as far as it is read here. */
export interface ViewerRequest {
  readonly request: { uri: string };
}

/**
 * Routes of the console (`/shops/…/alerts`) are no files: each is its one page, which reads the address itself. A last
 * part with a dot is a file, also one that does not exist; IDs in addresses have no dots.
 *
 * CloudFront gets the text of this function: it may refer to nothing outside of it.
 */
export function handler(event: ViewerRequest): ViewerRequest['request'] {
  const request = event.request;
  const lastPart = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (lastPart.indexOf('.') < 0) request.uri = '/index.html';
  return request;
}
