import { counted } from '../counted.ts';
import type { Tally } from './look-at-pieces.ts';

export interface ScanProgressOptions {
  readonly what: string;
  /** In the table: DynamoDB counts them every six hours. */
  readonly items: number;
  readonly say: (line: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export interface ScanProgress {
  /** How far the scan is; says so now and then. */
  show(scanned: number, tally?: Tally): void;
  end(scanned: number, tally: Tally): void;
}

const betweenLines = 2_000;

/** Says how far a scan is: `markers: 12000 items read, about 40 %, 311 pieces looked at, 2 mended.` */
export function createScanProgress({ what, items, say, now }: ScanProgressOptions): ScanProgress {
  let saidAt = now();
  const looked = (tally: Tally | undefined): string =>
    tally ? `, ${counted(tally.looked, 'piece')} looked at, ${tally.mended} mended` : '';
  return {
    show(scanned, tally) {
      if (now() - saidAt < betweenLines) return;
      saidAt = now();
      // It was counted hours ago, and the scan goes on.
      const share = items > scanned ? `, about ${Math.floor((scanned / items) * 100)} %` : '';
      say(`${what}: ${counted(scanned, 'item')} read${share}${looked(tally)}.`);
    },
    end: (scanned, tally) => say(`${what}: all ${counted(scanned, 'item')} read${looked(tally)}.`),
  };
}
