import type { ColdStart } from '../sections/cold-start.ts';
import type { Decisions } from '../sections/decisions.ts';
import type { Growth } from '../sections/growth.ts';
import type { Lookups } from '../sections/lookups.ts';
import type { Operations } from '../sections/operations.ts';
import type { OverHttp } from '../sections/over-http.ts';
import type { Outage } from '../sections/outage.ts';
import type { SubjectName } from '../sections/section.ts';
import type { WholePath } from '../sections/whole-path.ts';

/** All that one run measured. */
export interface Results {
  readonly ranAt: string;
  readonly rounds: number;
  readonly full: boolean;
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number };
  readonly decisions: Decisions;
  /** Bytes on the JavaScript heap for one allowed decision. */
  readonly allocatedBytes: Readonly<Record<SubjectName, number>>;
  readonly coldStart: ColdStart;
  readonly growth: Growth;
  readonly operations: Operations;
  readonly outage: Outage;
  /** Absent from runs that were saved before it was measured. */
  readonly lookups?: Lookups;
  /** From an event on the bus to its alert at the WebSocket, and the gate over HTTP: both in a started product. */
  readonly wholePath: WholePath;
  readonly overHttp: OverHttp;
}
