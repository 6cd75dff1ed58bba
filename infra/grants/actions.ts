/** Reading single items, one or many in a call. */
export const read = ['GetItem', 'BatchGetItem'] as const;
/** What transactions are made of. */
export const write = ['PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;
