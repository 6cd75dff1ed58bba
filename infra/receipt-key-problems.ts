interface ReceiptKeySettings {
  readonly present?: unknown;
  readonly retired?: unknown;
}

/** What is wrong with the names of keys beyond the form of each, in words. */
export function receiptKeyProblems({ present, retired }: ReceiptKeySettings = {}): readonly string[] {
  const before: readonly unknown[] = Array.isArray(retired) ? retired : [];
  const all = [present, ...before];
  const twice = all.find((name, index) => name !== undefined && all.indexOf(name) !== index);
  return twice === undefined
    ? []
    : [`receiptKeys: ${String(twice)} is there twice; a key that is retired signs no more`];
}
