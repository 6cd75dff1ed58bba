import { describeManyShops } from './many-shops.ts';

describeManyShops({ total: 60, bad: 6 });
