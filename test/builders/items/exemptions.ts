import type { Exemption } from '../../../shared/exemptions/rules.ts';
import { noon } from '../fakes/clock.ts';

export function buildExemption(overrides: Partial<Exemption> = {}): Exemption {
  return {
    exemptionId: 'exemption-1',
    buyerId: 'buyer-1',
    username: 'ada',
    avatarUrl: 'https://cdn.example/ada.png',
    createdAt: noon,
    createdBy: 'seller-1',
    ...overrides,
  };
}
