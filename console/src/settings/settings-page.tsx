import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export function SettingsPage() {
  const { t } = useWords();
  return <PageHeader title={t('settings.title')} about={t('settings.about')} />;
}
