import { Download } from 'lucide-react';
import { problemWords } from '../api/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useExport } from './export-queries.ts';
import type { ExportedList } from './export-queries.ts';

/** Saves all of a list as a file for a spreadsheet, whatever is filtered on the page. */
export function ExportButton({ of }: { readonly of: ExportedList }) {
  const { t } = useWords();
  const say = useToasts();
  const saving = useExport(of, (error) => {
    const { title, text } = problemWords(error);
    say({ text: `${t(title)} ${t(text)}`, tone: 'danger' });
  });
  return (
    <Button icon={Download} isPending={saving.isPending} onPress={() => saving.mutate()}>
      {t('transfer.export')}
    </Button>
  );
}
