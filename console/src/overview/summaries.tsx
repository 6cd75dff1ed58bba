import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Link } from '../ui/link.tsx';
import { QuotaMeter } from '../ui/quota-meter.tsx';
import { Stack } from '../ui/stack.tsx';
import { Time } from '../ui/time.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import type { Dashboard } from './queries.ts';

interface SummaryProps {
  readonly of: Dashboard;
}

export function QuotaCard({ of: { blocks, newBlocksToday } }: SummaryProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const open = <Link href={pathTo('block-list')}>{t('overview.quota.open')}</Link>;
  const resets = <Words of="overview.quota.resets" with={{ time: <Time at={newBlocksToday.resetsAt} /> }} />;
  return (
    <Card title={t('overview.quota.title')} aside={open}>
      <Stack>
        <QuotaMeter label={t('overview.quota.blocks')} {...blocks} />
        <QuotaMeter
          label={t('overview.quota.today')}
          used={newBlocksToday.used}
          limit={newBlocksToday.limit}
          note={resets}
        />
      </Stack>
    </Card>
  );
}

export function WaiverCounts({ of: { waivers } }: SummaryProps) {
  const { t } = useWords();
  const { number } = useFormats();
  const { pathTo } = useShop();
  const all = <Link href={pathTo('waivers')}>{t('overview.waivers.all')}</Link>;
  const facts = (['granted', 'pending', 'void'] as const).map((status) => ({
    label: t(`overview.waivers.${status}`),
    value: <Link href={pathTo(`waivers?status=${status}`)}>{number(waivers[status])}</Link>,
  }));
  return (
    <Card title={t('overview.waivers.title')} about={t('overview.waivers.about')} aside={all}>
      <Facts facts={facts} />
    </Card>
  );
}
