import { NumberValue } from '@aws-sdk/lib-dynamodb';

/** A decimal string as DynamoDB keeps it, exactly, where a JavaScript number would round. */
export function exactNumber(decimal: string): NumberValue {
  return NumberValue.from(decimal);
}
