import type { LiveFrame } from '../../../shared/contracts/http/live.ts';

/** A frame as it came, or nothing where it is none. API Gateway's own messages have no type: they mean that it is overloaded. */
export function parseFrame(text: unknown): LiveFrame | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('type' in value)) return { type: 'error', code: 'unavailable', message: '' };
    return value as LiveFrame;
  } catch {
    return undefined;
  }
}
