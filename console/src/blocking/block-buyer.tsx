import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { queryKeys } from '../api/query-keys.ts';
import { QueryState } from '../api/query-state.tsx';
import { UnknownBuyer, isUnknownBuyer } from '../lookup/unknown-buyer.tsx';
import { useBuyer } from '../lookup/queries.ts';
import type { Buyer } from '../lookup/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { useDraft } from '../session/use-draft.ts';
import { CheckStep } from './check-step.tsx';
import { HowStep } from './how-step.tsx';
import { useAlertBuyer } from './queries.ts';
import { Sent } from './sent.tsx';
import { StepList } from './step-list.tsx';
import { emptyDraft, stepOf } from './step-rules.ts';
import type { Step } from './step-rules.ts';
import { WhoStep } from './who-step.tsx';

interface BlockBuyerProps {
  readonly buyerId: string;
  readonly alertId: string | null;
}

/** The steps for one buyer. */
export function BlockBuyer({ buyerId, alertId }: BlockBuyerProps) {
  const query = useBuyer(buyerId);
  if (isUnknownBuyer(query.error)) return <UnknownBuyer />;
  return <QueryState query={query}>{(buyer) => <OpenStep buyer={buyer} alertId={alertId} />}</QueryState>;
}

function OpenStep({ buyer, alertId }: { readonly buyer: Buyer; readonly alertId: string | null }) {
  const { shopId } = useShop();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const draft = useDraft(`block.${shopId}.${buyer.buyerId}`, emptyDraft);
  const alert = useAlertBuyer(alertId).data;
  const step = stepOf(search.get('step'), buyer, draft.fields);
  useTopOnChange(step);
  /** Each step is an entry of the browser's history: the way back is the step before. */
  const go = (to: Step | 'done'): void => {
    const next = new URLSearchParams(search);
    next.set('step', to);
    void navigate(`?${next.toString()}`, { replace: to === 'done' });
  };
  const finish = (): void => {
    go('done');
    draft.clear();
  };
  const props = { buyer, draft: draft.fields, alert, change: draft.change, go };
  return (
    <>
      <StepList step={step} />
      {step === 'who' && <WhoStep {...props} />}
      {buyer.isBlocked && draft.fields.sentAt !== null && (
        <Sent buyerId={buyer.buyerId} draft={draft.fields} onOwn={finish} />
      )}
      {step === 'how' && <HowStep {...props} />}
      {step === 'check' && (
        <CheckStep
          {...props}
          onOutdated={() => {
            for (const key of [queryKeys.buyers, queryKeys.access, queryKeys.blocks])
              void cache.invalidateQueries({ queryKey: key(shopId) });
          }}
          onDone={finish}
        />
      )}
    </>
  );
}

/** A step is read from its top, and the keyboard goes on from there. */
function useTopOnChange(step: Step): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [step]);
}
