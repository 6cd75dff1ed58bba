import { Activity, Ban, BadgeCheck, Bell, CircleHelp, LayoutDashboard } from 'lucide-react';

/** What the rail leads to. `key` follows `g` on the keyboard. */
export const pages = [
  { path: 'overview', label: 'app.nav.overview', icon: LayoutDashboard, key: 'o' },
  { path: 'alerts', label: 'app.nav.alerts', icon: Bell, key: 'a' },
  { path: 'block-list', label: 'app.nav.blockList', icon: Ban, key: 'b' },
  { path: 'waivers', label: 'app.nav.waivers', icon: BadgeCheck, key: 'w' },
  { path: 'activity', label: 'app.nav.activity', icon: Activity, key: 'c' },
  { path: 'help', label: 'app.nav.help', icon: CircleHelp, key: 'h' },
] as const;

/** On a phone, the rest is behind "More". */
export const pagesOnPhone = 4;
