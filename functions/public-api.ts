import { httpStack } from '../shared/http/http-stack.ts';
import { allContracts, publicRoutes } from '../shared/public/routes.ts';

/** Health, the OpenAPI document, and `not_found` or `method_not_allowed` for all that no route of either API matches. */
export const handler = httpStack(publicRoutes(), allContracts);
