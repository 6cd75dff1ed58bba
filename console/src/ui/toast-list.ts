/** Short messages about what was just done. Pure: time and ids are arguments. */

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'danger';
  /** Undo, where there is one; or what comes next. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** When it goes by itself; without it, it stays until it is closed. */
  readonly until?: number;
}

export type NewToast = Omit<Toast, 'id' | 'until' | 'tone'> & { readonly tone?: Toast['tone'] };

const shownMilliseconds = 8000;
const most = 3;

/** What went wrong stays until somebody has read it; of the rest, the newest few for some seconds. */
export function withToast(toasts: readonly Toast[], toast: NewToast, id: number, now: number): readonly Toast[] {
  const { tone = 'good' } = toast;
  const shown = { ...toast, id, tone, ...(tone === 'good' && { until: now + shownMilliseconds }) };
  return [...toasts, shown].slice(-most);
}

export function withoutToast(toasts: readonly Toast[], id: number): readonly Toast[] {
  return toasts.filter((toast) => toast.id !== id);
}

/** Those whose time has passed go. While somebody points at them, none does. */
export function stillShown(toasts: readonly Toast[], now: number): readonly Toast[] {
  const left = toasts.filter(({ until }) => until === undefined || until > now);
  return left.length === toasts.length ? toasts : left;
}
