import { BadgeCheck, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNow } from '../ui/use-now.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useWaiver } from './queries.ts';
import type { Waiver } from './queries.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { WaiverFacts, WaiverMeaning, WaiverReasons, WaiverSteps } from './waiver-parts.tsx';
import { statementOf } from './waiver-rules.ts';
import { WaiverStatus } from './waiver-status.tsx';
import css from './waivers.module.css';

/** One waiver, to be read, and printed for an appeal. */
export function WaiverPage() {
  const { t } = useWords();
  const { subjectType: type, subjectId = '' } = useParams();
  const subjectType = type === 'refund' ? 'refund' : 'order';
  const { pathTo } = useShop();
  const waiver = useWaiver(subjectType, subjectId);
  return (
    <>
      <PageHeader title={t(`waivers.one.${subjectType}`)} about={<bdi className={css.id}>{subjectId}</bdi>}>
        <ButtonLink href={pathTo('waivers')}>{t('waivers.all')}</ButtonLink>
        {waiver.data && (
          <Button look="primary" icon={Printer} onPress={() => window.print()}>
            {t('waivers.print')}
          </Button>
        )}
      </PageHeader>
      <QueryState query={waiver}>
        {(found) =>
          found === null ? (
            <Card>
              <EmptyState icon={BadgeCheck} title={t('waivers.absent')}>
                {t('waivers.absentText')}
              </EmptyState>
            </Card>
          ) : (
            <Proof of={found} />
          )
        }
      </QueryState>
    </>
  );
}

function Proof({ of }: { readonly of: Waiver }) {
  const { t } = useWords();
  return (
    <Stack>
      <Card>
        <Stack gap={3}>
          <div>
            <WaiverStatus of={of.status} />
          </div>
          <p className={css.statement}>{t(statementOf(of))}</p>
          <WaiverFacts of={of} />
        </Stack>
      </Card>
      <Stack as="pairs">
        <WaiverReasons of={of} />
        <WaiverMeaning of={of} />
      </Stack>
      <WaiverSteps of={of} />
      {of.status === 'granted' && <ReceiptCard of={of} />}
      <Printed />
    </Stack>
  );
}

/** On paper only: where it is from. */
function Printed() {
  const { t } = useWords();
  const { time } = useFormats();
  const { shopId } = useShop();
  const state = useSessionState();
  const at = new Date(useNow(60)).toISOString();
  const person = 'person' in state ? state.person : undefined;
  return (
    <p className={css.printed}>
      {t('waivers.printed', { shopId, time: time(at), person: person ?? t('app.person.unnamed') })}
    </p>
  );
}
