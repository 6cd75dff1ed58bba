import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export function HelpPage() {
  const { t } = useWords();
  return <PageHeader title={t('help.title')} about={t('help.about')} />;
}
