import { describeManyShops } from './many-shops.ts';

describeManyShops({ total: 5000, bad: 50, alone: true });
