import { BarsPerDay } from '../ui/bars-per-day.tsx';
import { Card } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Dashboard } from './queries.ts';

/** What was stopped on each of the shop's days; the table behind the bars also has what that was worth. */
export function StoppedPerDay({ of }: { readonly of: Dashboard }) {
  const { t } = useWords();
  const { date, timeZone } = useFormats();
  const days = of.days.map((day) => ({
    date: day.date,
    values: [day.fraudIntercepted.total, day.ordersStopped.total],
    aside:
      day.protectedAmounts.length > 0 &&
      day.protectedAmounts.map((amount) => (
        <div key={amount.currency}>
          <Money of={amount} />
        </div>
      )),
  }));
  return (
    <Card
      title={t('overview.chart.title')}
      about={t('overview.chart.about', { from: date(of.from), to: date(of.to), timeZone })}
    >
      <BarsPerDay
        label={t('overview.chart.label')}
        series={[t('overview.chart.fraud'), t('overview.chart.stopped')]}
        days={days}
        aside={t('overview.figures.protected')}
      />
    </Card>
  );
}
