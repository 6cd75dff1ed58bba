import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export function BuyersPage() {
  const { t } = useWords();
  return <PageHeader title={t('buyers.title')} about={t('buyers.about')} />;
}
