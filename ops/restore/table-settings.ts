/** What the template gives the table, and a restore does not: `infra/constructs/main-table.ts` says it, and a test holds the two together. */
export const tableSettings = {
  ttlAttribute: 'ttl',
  streamView: 'NEW_AND_OLD_IMAGES',
  /** Days of point-in-time recovery. */
  recoveryDays: 35,
} as const;

/** What is known of a table. */
export interface TableState {
  readonly status: string;
  /** `name(key, key)` of the table and of each index. */
  readonly shapes: readonly string[];
  readonly keyArn: string | undefined;
  readonly billingMode: string | undefined;
  readonly streamView: string | undefined;
  readonly streamArn: string | undefined;
  readonly deletionProtection: boolean;
  readonly ttlAttribute: string | undefined;
  readonly recovery: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** One thing that a restored table lacks, in words; `fix` names what can be turned on, and is absent where only another restore helps. */
export interface Difference {
  readonly what: string;
  readonly fix?: 'ttl' | 'stream' | 'recovery' | 'protection' | 'tags';
}

/**
 * What a restored table lacks to take the place of another.
 *
 * @param own the table that it is to replace, from which its keys, its key of KMS and its tags are compared.
 * @param isProtected whether the stage protects its table from deletion.
 */
export function compareTables(own: TableState, restored: TableState): readonly Difference[] {
  const differences: Difference[] = [];
  const unless = (holds: boolean, what: string, fix?: Difference['fix']): void => {
    if (!holds) differences.push({ what, ...(fix ? { fix } : {}) });
  };
  const list = (shapes: readonly string[]): string => shapes.toSorted().join('; ');
  unless(restored.status === 'ACTIVE', `it is ${restored.status}, not ACTIVE`);
  unless(
    list(own.shapes) === list(restored.shapes),
    `it has ${list(restored.shapes)} where the other has ${list(own.shapes)}`,
  );
  unless(own.keyArn === restored.keyArn, `it is encrypted under ${restored.keyArn ?? 'no key of its own'}`);
  unless(own.billingMode === restored.billingMode, `it is billed by ${restored.billingMode ?? 'nothing'}`);
  unless(restored.ttlAttribute === tableSettings.ttlAttribute, 'time to live is off', 'ttl');
  unless(restored.streamView === tableSettings.streamView, 'its stream is off', 'stream');
  unless(restored.recovery, 'point-in-time recovery is off', 'recovery');
  unless(own.deletionProtection === restored.deletionProtection, 'deletion protection differs', 'protection');
  const missing = Object.entries(own.tags).filter(([key, value]) => restored.tags[key] !== value);
  unless(missing.length === 0, `it lacks the tags ${missing.map(([key]) => key).join(', ')}`, 'tags');
  return differences;
}
