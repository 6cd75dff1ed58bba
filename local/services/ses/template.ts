import type { Catalog } from '../../core/assembly/catalog.ts';
import type { EmailIdentityModel } from './model.ts';
import { asText } from '../../core/assembly/json.ts';
import { noEffect, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';

const delivery = noEffect('no e-mail leaves the machine');

export const sesTypes: ResourceTypes = {
  'AWS::SES::EmailIdentity': {
    rules: {
      DkimAttributes: delivery,
      DkimSigningAttributes: delivery,
      EmailIdentity: used,
      FeedbackAttributes: delivery,
      MailFromAttributes: delivery,
      Tags: tags,
    },
    identify: ({ properties }, { region, account }) => {
      const identity = asText(properties['EmailIdentity']) ?? '';
      return {
        ref: identity,
        attributes: { Arn: `arn:aws:ses:${region}:${account}:identity/${identity}`, ...dkimRecords(identity) },
      };
    },
  },
};

/** Identities count as verified: nobody answers the mail of an example domain. */
export function readEmailIdentities(catalog: Catalog): readonly EmailIdentityModel[] {
  return catalog.read('AWS::SES::EmailIdentity', ({ ref, attributes }) => ({
    identity: ref,
    arn: attributes['Arn'] ?? '',
  }));
}

/** What an output or a DNS record may ask for; of no meaning here. */
function dkimRecords(identity: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [1, 2, 3].flatMap((number) => [
      [`DkimDNSTokenName${number}`, `local${number}._domainkey.${identity}`],
      [`DkimDNSTokenValue${number}`, `local${number}.dkim.amazonses.com`],
    ]),
  );
}
