/** SQS takes what XML 1.0 can hold: no other control character, no half of a surrogate pair, neither U+FFFE nor U+FFFF. */
const unqueueable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * A text as a queue takes it: what it would refuse is written `\uffff`. In JSON that stands inside strings alone, and means
 * the same there; a text that is no JSON says so to whoever reads it.
 */
export function toQueueText(text: string): string {
  return text.replace(unqueueable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
