import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../../infra/function-definition.ts';
import { loadFunctions } from '../../../../infra/load-functions.ts';
import * as ingest from '../../../../shared/contracts/events/flags.ts';
import * as buyers from '../../../../shared/contracts/http/buyers.ts';
import type { EventContract } from '../../../../shared/contracts/events/event-contract.ts';
import { busEvents, onEvent } from '../../../../shared/events/inbound.ts';
import { linkGroupChanged } from '../../../../shared/contracts/events/link-groups.ts';
import { refundStatusChanged } from '../../../../shared/contracts/events/refunds.ts';
import { envelopeOf, eventExamples } from '../../../builders/items/event-examples.ts';

const contracts: readonly EventContract[] = [
  buyers.buyerProfileChanged,
  buyers.buyerErased,
  buyers.orderStatusChanged,
  linkGroupChanged,
  ingest.orderRiskFlagged,
  ingest.refundRiskFlagged,
  ingest.riskFlagWithdrawn,
  ingest.fraudOutcomeConfirmed,
  ingest.orderCancellationRefused,
  ingest.refundRejectionRefused,
  refundStatusChanged,
];
const consumers = ofKind(await loadFunctions(), 'queue');
const done = () => Promise.resolve();
const read = busEvents(contracts.map((contract) => onEvent(contract, done)));

describe('example events', () => {
  it('exist for every inbound event', () => {
    expect(
      eventExamples()
        .map((event) => event['detail-type'])
        .toSorted(),
    ).toEqual(contracts.map((contract) => contract.type).toSorted());
  });

  describe.each(eventExamples())('of $detail-type', (event) => {
    it('have a rule that takes them to a queue', () => {
      const takers = consumers.filter(({ events = [] }) =>
        events.some(({ source, type }) => source === event.source && type === event['detail-type']),
      );
      expect(takers).toHaveLength(1);
    });

    it.each(event.valid)('are readable: $title', async ({ detail }) => {
      await expect(read(envelopeOf(event, detail))).resolves.toBeUndefined();
    });

    it.each(event.malformed)('are refused by the one field that is wrong: $title', async ({ detail, breaks }) => {
      await expect(read(envelopeOf(event, detail))).rejects.toMatchObject({ reason: 'invalid_event', detail: breaks });
    });
  });
});
