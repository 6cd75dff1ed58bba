/** Names of resources are made of it: with the longest of them, and the longest name of a region, a role has 64 characters. */
const longest = 20;
/** Each part begins with a letter. */
const pattern = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
/** Cognito takes none of them in the name of a sign-in page. */
const taken = /aws|amazon|cognito/;

/** @throws Error for what is no name of a stage. */
export function stageNameOf(name: unknown): string {
  if (typeof name === 'string' && name.length <= longest && pattern.test(name) && !taken.test(name)) return name;
  throw new Error(
    `stage (-c stage=… or SSC_STAGE) must be a name such as dev, staging or prod: up to ${longest} of a-z, 0-9 and -, each ` +
      `part begun by a letter, without aws, amazon or cognito.`,
  );
}
