import type en from '../words/en.json';

/** The sections of the guide, in its order. Each name is an anchor: `help#block-list`. */
export const helpSections = [
  { anchor: 'alerts', words: 'alerts', count: 5 },
  { anchor: 'intercepted', words: 'intercepted', count: 2 },
  { anchor: 'block-list', words: 'blockList', count: 6 },
  { anchor: 'limits', words: 'limits', count: 4 },
  { anchor: 'waivers', words: 'waivers', count: 3 },
  { anchor: 'buyers', words: 'buyers', count: 3 },
  { anchor: 'asked', words: 'asked', count: 4 },
  { anchor: 'roles', words: 'roles', count: 4 },
  { anchor: 'access', words: 'access', count: 3 },
  { anchor: 'console', words: 'console', count: 4 },
] as const satisfies readonly HelpSection[];

export interface HelpSection {
  readonly anchor: string;
  readonly words: keyof (typeof en)['help']['sections'];
  /** Of its paragraphs: `p1`, `p2` … in the words. */
  readonly count: number;
}
