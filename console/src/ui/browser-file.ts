/** Gives somebody a file that the page has made. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // By then the browser has begun with it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
