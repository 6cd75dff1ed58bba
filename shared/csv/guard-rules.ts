/** Before a text that a spreadsheet has to leave alone. */
const apostrophe = "'";

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\r': '\\r' };
const escaped: Readonly<Record<string, string>> = { '\\\\': '\\', '\\t': '\t', '\\r': '\r' };

/**
 * A text as a cell of ours holds it: behind an apostrophe, so that a spreadsheet neither runs it (`=1+1`) nor takes it for
 * a number, a date or a truth (`7311111111111111111`, `march 1`, `TRUE`). Control characters but line feeds are written
 * as JSON writes them, since spreadsheets change or drop them; so a backslash is doubled.
 */
export function guard(text: string): string {
  return apostrophe + text.replace(/\\|[^\P{Cc}\n]/gu, (one) => escapes[one] ?? unicodeEscape(one));
}

/** What `guard` was given. A cell without the apostrophe was typed by a person since, and is what it says. */
export function unguard(cell: string): string {
  if (!isGuarded(cell)) return cell;
  return cell
    .slice(apostrophe.length)
    .replace(
      /\\(?:[\\tr]|u00[0-9a-f]{2})/g,
      (one) => escaped[one] ?? String.fromCharCode(Number.parseInt(one.slice(2), 16)),
    );
}

export function isGuarded(cell: string): boolean {
  return cell.startsWith(apostrophe);
}

/** Whether a spreadsheet could run a cell, or drop its first character. */
export function needsGuard(cell: string): boolean {
  return /^[=+\-@'\s]/.test(cell);
}

function unicodeEscape(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
