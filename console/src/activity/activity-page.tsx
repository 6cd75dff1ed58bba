import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export function ActivityPage() {
  const { t } = useWords();
  return <PageHeader title={t('activity.title')} about={t('activity.about')} />;
}
