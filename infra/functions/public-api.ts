import { readHealth, readOpenApi } from '../../shared/contracts/http/public.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';

/** Health, the description of the API, and the answer to what no route matches. */
export const publicApi = {
  kind: 'http',
  routes: [],
  openRoutes: [
    { route: readHealth, because: 'Monitors ask without credentials; the answer holds no data.' },
    { route: readOpenApi, because: 'The description of the API is public.' },
  ],
  answersTheRest: { because: 'Answers not_found or method_not_allowed and nothing else, whoever asks.' },
  timeoutSeconds: apiLimits.timeoutSeconds,
  hurts: 'Health checks fail, and the API description is not served.',
} satisfies HttpFunction;
