import type { Clock } from '../../kernel/clock.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { AlertStore } from '../store.ts';

/** What everything needs that changes alerts for the marketplace's services. */
export interface IngestDeps {
  readonly alerts: AlertStore;
  readonly clock: Clock;
  readonly newId: NewId;
}
