import { createLogger } from '../logs/logger.ts';
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import * as z from 'zod';
import { signInScope } from '../access/scope.ts';
import { shopsClaim } from '../access/member-rules.ts';
import type { MembershipStore } from './store.ts';

/** What we rely on: the second version of the event, the first of which cannot change access tokens. */
const trigger = z.object({
  version: z.literal('2'),
  request: z.object({ userAttributes: z.object({ sub: z.string().min(1).max(255) }) }),
});

const logger = createLogger();

/**
 * The user pool's trigger, before each token, refreshed ones too: writes the claim `shops` from the members that ops
 * set. Whoever is nobody's member gets a token without it, which opens no shop. Nothing else that the event holds counts: a
 * user can choose their attributes, and their application the metadata.
 *
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 *
 * @throws Error, without which there would be a token, when the shops cannot be read: the sign-in fails, and its page
 *   shows the message.
 */
export function writeShopsClaim(store: MembershipStore) {
  return async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
    const known = trigger.safeParse(event);
    if (!known.success) {
      logger.error('not the event of a pre-token trigger, version 2');
      throw new Error('Signing in is not possible at present.');
    }
    const { claim, leftOut } = await readClaim(store, known.data.request.userAttributes.sub);
    if (leftOut > 0) logger.warn('a token cannot name all shops of its subject', { leftOut });
    if (claim === '') return event;
    return {
      ...event,
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { shops: claim } } },
      },
    };
  };
}

async function readClaim(store: MembershipStore, subject: string): Promise<ReturnType<typeof shopsClaim>> {
  try {
    return shopsClaim(await store.shopsOf(signInScope(subject)));
  } catch (error) {
    // Its kind alone: what Lambda logs of an error that leaves the function is the message.
    logger.error('the shops of a sign-in cannot be read', {
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    throw new Error('Signing in is not possible at present. Try again.');
  }
}
