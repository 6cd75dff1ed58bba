/** `${*}`, `${?}` and `${$}` stand for the characters themselves; any other policy variable is not supported. */
const variable = /\$\{([^}]*)\}/g;
const compiled = new Map<string, RegExp>();

/** Whether `value` matches an IAM pattern: `*` for any run of characters, `?` for one. Case counts. */
export function matchesPattern(value: string, pattern: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const parts = pattern.split(/(\*|\?|\$\{[^}]*\})/);
    const source = parts
      .map((part) => (part === '*' ? '.*' : part === '?' ? '.' : escape(resolveVariables(part))))
      .join('');
    expression = new RegExp(`^${source}$`, 's');
    compiled.set(pattern, expression);
  }
  return expression.test(value);
}

/** Replaces the escapes of a policy's text. Throws for a policy variable such as `${aws:username}`. */
export function resolveVariables(text: string): string {
  return text.replaceAll(variable, (whole, name: string) => {
    if (name === '*' || name === '?' || name === '$') return name;
    throw new Error(`policy variable ${whole} is not supported`);
  });
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
