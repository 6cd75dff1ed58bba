import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export function WaiversPage() {
  const { t } = useWords();
  return <PageHeader title={t('waivers.title')} about={t('waivers.about')} />;
}
