import openapiTS, { astToString } from 'openapi-typescript';
import { createOpenApi } from '../../shared/http/openapi.ts';
import { allContracts } from '../../shared/public/routes.ts';

export const apis = ['seller', 'service'] as const;
type Api = (typeof apis)[number];

/** The types of every route that sellers, or services, call, as `clients/generated/<api>-api.ts` holds them. */
export async function apiTypes(api: Api): Promise<string> {
  const other = api === 'seller' ? 'service' : 'seller';
  const document = createOpenApi(allContracts.filter((contract) => contract.api !== other));
  // What has a default may be left out of a request.
  const tree = await openapiTS(JSON.stringify(document), { alphabetize: true, defaultNonNullable: false });
  const heading = `// Made by \`npm run docs\` from the contracts of the ${api} API. Not to be edited.\n\n`;
  return `${heading}${astToString(tree)}`;
}
