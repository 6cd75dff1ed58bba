/** What the window, its tab and the browser's history call a page: what waits comes first, since tabs are short. */
export function windowTitle(page: string, product: string, open: number): string {
  const count = open > 0 ? `(${open}) ` : '';
  return page === '' || page === product ? count + product : `${count}${page} · ${product}`;
}
