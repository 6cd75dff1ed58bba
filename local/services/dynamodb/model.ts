export interface KeyModel {
  readonly partitionKey: string;
  readonly sortKey?: string;
}

export interface TableModel {
  readonly name: string;
  readonly arn: string;
  /** Present when the table has a stream. The local runtime chooses the label. */
  readonly streamArn?: string;
  readonly streamView?: string;
  readonly key: KeyModel;
  /** Attribute name → `S` | `N` | `B`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly indexes: readonly (KeyModel & {
    readonly name: string;
    readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
    readonly include: readonly string[];
  })[];
  readonly ttlAttribute?: string;
}

/** What the template says of tables. */
export interface DynamodbTemplate {
  readonly tables: readonly TableModel[];
}
