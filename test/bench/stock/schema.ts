import * as z from 'zod';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const requestSchema = z.strictObject({
  checkoutId: id.optional(),
  checks: z
    .array(
      z.strictObject({
        shopId: id,
        buyerId: id,
        action: z.enum(['place_order', 'message', 'request_after_sales']).default('place_order'),
      }),
    )
    .min(1)
    .max(50),
});
export type StockRequest = z.infer<typeof requestSchema>;
export type StockCheck = StockRequest['checks'][number];
