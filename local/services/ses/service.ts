import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { crossedOffer } from '../events/service.ts';
import { createSesEndpoint } from './endpoint.ts';
import type { SesTemplate } from './model.ts';
import { createSentMessages, sentMessageRoutes } from './sent-messages.ts';
import type { SentMessages } from './sent-messages.ts';
import { readEmailIdentities, sesTypes } from './template.ts';

export const sentMessagesOffer = offer<SentMessages>('sent messages');

/** SES: takes e-mails and keeps them to be looked at, beside the messages that the marketplace is asked to show. */
export const ses: Service<SesTemplate> = {
  name: 'ses',
  resourceTypes: sesTypes,
  permissions: { prefix: 'ses', conditionKeys: ['ses:FromAddress', 'ses:Recipients'] },
  read: (catalog) => ({ emailIdentities: readEmailIdentities(catalog) }),
  open({ deployment, offers, clock }) {
    const messages = createSentMessages(clock);
    offers.take(crossedOffer).onEvent(messages.observe);
    offers.add(sentMessagesOffer, messages);
    return {
      endpoint: createSesEndpoint(deployment, { messages, clock }),
      localRoutes: sentMessageRoutes(messages),
    };
  },
};
