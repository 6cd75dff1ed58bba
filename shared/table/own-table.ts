import { required } from '../kernel/environment.ts';
import { openTable } from './client.ts';
import type { Table } from './client.ts';
import type { RequestBounds } from './request-bounds.ts';

/**
 * The table of the function that starts.
 *
 * @throws Error when the function was given none: its grants name no partition.
 */
export function ownTable(bounds?: RequestBounds): Table {
  return openTable(required('TABLE_NAME'), bounds);
}
