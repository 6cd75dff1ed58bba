/** Pictures that begin so are asked for at this page's own address. */
export interface PictureAddresses {
  readonly from: string;
  readonly to: string;
}

/** Where a buyer's picture is asked for: at its own address, or at ours, so that its server learns nothing of this page. */
export function pictureAddress(url: string, addresses: PictureAddresses | undefined): string {
  if (addresses === undefined || !url.startsWith(addresses.from)) return url;
  return addresses.to + encodeURIComponent(url.slice(addresses.from.length));
}
