import prices from './prices.json' with { type: 'json' };

export type Unit = keyof typeof prices.dollars;
/** How much of each thing that AWS charges for. */
export type Usage = Readonly<Partial<Record<Unit, number>>>;

export const units = Object.keys(prices.dollars) as readonly Unit[];
export const serviceOf = (unit: Unit): string => prices.dollars[unit].service;

export function sum(...usages: readonly Usage[]): Usage {
  const total: Partial<Record<Unit, number>> = {};
  for (const usage of usages) for (const unit of units) if (usage[unit]) total[unit] = (total[unit] ?? 0) + usage[unit];
  return total;
}

export function times(factor: number, usage: Usage): Usage {
  return Object.fromEntries(Object.entries(usage).map(([unit, count]) => [unit, count * factor]));
}

export function dollarsOf(usage: Usage): number {
  return units.reduce((total, unit) => total + dollarsOfUnit(unit, usage[unit] ?? 0), 0);
}

/** By service, the dearest first. */
export function dollarsByService(usage: Usage): readonly (readonly [service: string, dollars: number])[] {
  const byService = new Map<string, number>();
  for (const unit of units) {
    const service = serviceOf(unit);
    byService.set(service, (byService.get(service) ?? 0) + dollarsOfUnit(unit, usage[unit] ?? 0));
  }
  return [...byService].filter(([, dollars]) => dollars > 0).toSorted(([, a], [, b]) => b - a);
}

function dollarsOfUnit(unit: Unit, count: number): number {
  const { per, price } = prices.dollars[unit];
  return (count / per) * price;
}
