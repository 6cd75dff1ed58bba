import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { OpsError } from './ops-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What AWS clients cannot take from the environment themselves, by the AWS CLI's rules: its AWS_DEFAULT_REGION, which the
 * SDK does not know; and that AWS_PROFILE names a profile there is, for lack of which the SDK asks for a region.
 *
 * @throws OpsError naming the profile that is not there.
 */
export function readAwsSettings(environment: Environment): { readonly region?: string } {
  requireProfile(environment);
  const region = environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'];
  return region ? { region } : {};
}

function requireProfile(environment: Environment): void {
  const profile = environment['AWS_PROFILE'];
  // Of the default profile the SDK expects nothing.
  if (!profile || profile === 'default') return;
  const files = [
    environment['AWS_CONFIG_FILE'] || join(homedir(), '.aws', 'config'),
    environment['AWS_SHARED_CREDENTIALS_FILE'] || join(homedir(), '.aws', 'credentials'),
  ];
  if (files.flatMap(profilesIn).includes(profile)) return;
  throw new OpsError(`AWS_PROFILE: there is no profile "${profile}" in ${files.join(' or ')}.`);
}

/** `[profile name]` in the one file, `[name]` in the other. */
function profilesIn(file: string): readonly string[] {
  const sections = readIfThere(file).matchAll(/^\s*\[\s*(?:profile\s+)?(["']?)(.+?)\1\s*\]/gm);
  return [...sections].map(([, , name = '']) => name);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new OpsError(`AWS_PROFILE: ${file} cannot be read: ${message}`, { cause: error });
  }
}
