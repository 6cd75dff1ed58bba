import openapiTS, { astToString } from 'openapi-typescript';
import { createOpenApi } from '../../shared/http/openapi.ts';
import { allContracts } from '../../shared/public/routes.ts';

const heading = '// Made by `npm run docs` from the contracts of the seller API. Not to be edited.\n\n';

/** The types of every route that sellers call, as `clients/generated/seller-api.ts` holds them. */
export async function sellerApiTypes(): Promise<string> {
  const document = createOpenApi(allContracts.filter(({ api }) => api !== 'service'));
  const tree = await openapiTS(JSON.stringify(document), { alphabetize: true });
  return `${heading}${astToString(tree)}`;
}
