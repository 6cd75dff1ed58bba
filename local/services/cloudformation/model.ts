/** What the assembly says of stacks themselves. */
export interface CloudFormationTemplate {
  readonly stacks: readonly { readonly name: string; readonly outputs: readonly string[] }[];
}
