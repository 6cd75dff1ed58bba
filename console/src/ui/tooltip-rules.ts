/** Where a tooltip stands: above the middle of what it explains, below it where there is no room, and never beyond the window. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const edge = 8;

export function placeOf(
  explained: Box,
  tip: Pick<Box, 'width' | 'height'>,
  windowWidth: number,
): { readonly left: number; readonly top: number } {
  const middle = explained.left + explained.width / 2 - tip.width / 2;
  const above = explained.top - tip.height - gap;
  return {
    left: Math.max(edge, Math.min(middle, windowWidth - tip.width - edge)),
    top: above >= edge ? above : explained.top + explained.height + gap,
  };
}
