/** Names of this machine, with or without a port. */
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether `Host`, or what follows the scheme of `Origin`, names this machine. Any other is of a page that rebound its DNS name to us. */
export function isLoopbackHost(host: string | undefined): boolean {
  return loopback.test(host ?? '');
}
