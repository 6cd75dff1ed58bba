import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfFile } from '../../../test/tooling/temporary-folders/file-folders.ts';

export interface StackFixture {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: object; readonly Condition?: string }>
  >;
  readonly Outputs?: object;
  readonly Parameters?: object;
  readonly Conditions?: object;
}

/** Key of the one asset that fixtures have, as a function's `Code` names it. */
export const assetKey = 'abc123.zip';

/**
 * Writes a cloud assembly as the CDK would, and answers its folder. Stacks depend on those before them.
 * @param code text of the asset's `index.mjs`.
 */
export function writeAssembly(
  stacks: Readonly<Record<string, StackFixture>>,
  code = 'export const handler = async (event) => ({ echo: event });',
): string {
  const directory = folderOfFile('assembly-');
  mkdirSync(join(directory, 'asset.abc123'));
  writeFileSync(join(directory, 'asset.abc123', 'index.mjs'), code);
  const names = Object.keys(stacks);
  const artifacts = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: `${name}.template.json` },
        dependencies: names.slice(0, index),
        metadata: Object.fromEntries(
          Object.keys(stacks[name]?.Resources ?? {}).map((id) => [
            `/${name}/${id}/Resource`,
            [{ type: 'aws:cdk:logicalId', data: id }],
          ]),
        ),
      },
    ]),
  );
  // Consumers first, so that the order must come from the dependencies.
  const reversed = Object.fromEntries(Object.entries(artifacts).reverse());
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts: reversed }));
  for (const name of names) {
    writeFileSync(join(directory, `${name}.template.json`), JSON.stringify(stacks[name]));
    const assets = {
      files: {
        abc123: {
          source: { path: 'asset.abc123', packaging: 'zip' },
          destinations: { here: { objectKey: assetKey } },
        },
      },
    };
    writeFileSync(join(directory, `${name}.assets.json`), JSON.stringify(assets));
  }
  return directory;
}

/** A policy document of these statements. */
export function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

/** A role that a service may assume, with these statements inline. */
export function role(
  service: string,
  statements: readonly object[] = [],
  name?: string,
): { readonly Type: string; readonly Properties: object } {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      ...(name === undefined ? {} : { RoleName: name }),
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }),
      Policies: [{ PolicyName: 'Inline', PolicyDocument: policy(...statements) }],
    },
  };
}
