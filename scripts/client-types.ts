import openapiTs, { astToString } from 'openapi-typescript';

/** Write the types of the client from the OpenAPI document. */
export async function writeClientTypes(document: object): Promise<string> {
  const types = astToString(
    await openapiTs(structuredClone(document) as never, {
      alphabetize: true,
      defaultNonNullable: false,
    }),
  );
  return `// Written by npm run schema from schema/openapi.json; not to be edited.\n\n${types}`;
}
