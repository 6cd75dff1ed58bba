/** A decimal number without a sign. Of the 38 digits of the table's numbers, 14 are left for sums. */
export const amountPattern = /^\d{1,18}(\.\d{1,6})?$/;
export const amountRule = 'must be a decimal number';
/** They mean nothing, and are dropped: all but the last before the point. */
export const zerosInFront = /^0+(?=\d)/;
export const currencyPattern = /^[A-Z]{3}$/;
export const currencyRule = 'must be an ISO 4217 code';
