import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { fileProblemOf } from './import-rules.ts';
import css from './transfer.module.css';

interface ImportSourceProps {
  readonly text: string;
  readonly onText: (text: string, fileName: string) => void;
  readonly onCheck: (text: string) => void;
  readonly isChecking: boolean;
  readonly error: Error | null;
}

const example = `username,reason,scope,duration,note
mallory,malicious_refund,user_id_only,90_days,
trent,other,linked_user_ids,permanent,…`;

/** Where the rows come from: a file, or what was copied from a table. */
export function ImportSource({ text, onText, onCheck, isChecking, error }: ImportSourceProps) {
  const { t } = useWords();
  const [isMissing, setIsMissing] = useState(false);
  const check = (rows: string): void => {
    setIsMissing(rows.trim() === '');
    if (rows.trim() !== '') onCheck(rows);
  };
  const read = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    const rows = await file.text();
    onText(rows, file.name);
    check(rows);
  };
  return (
    <Card title={t('transfer.source')} about={t('transfer.sourceAbout')}>
      <Stack>
        <pre className={css.example} dir="ltr" tabIndex={0}>
          {example}
        </pre>
        <div>
          <FileTrigger acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']} onSelect={(files) => void read(files)}>
            <Button icon={FileUp} isPending={isChecking}>
              {t('transfer.file')}
            </Button>
          </FileTrigger>
        </div>
        <TextField
          label={t('transfer.paste')}
          value={text}
          onChange={(rows) => onText(rows, '')}
          error={isMissing ? t('transfer.nothing') : undefined}
          isLong
          isExact
        />
        {error && <FileError error={error} />}
        <div>
          <Button look="primary" isPending={isChecking} onPress={() => check(text)}>
            {t('transfer.check')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

/** What of the file cannot be read, in words of its own. */
function FileError({ error }: { readonly error: Error }) {
  const { t } = useWords();
  const { list } = useFormats();
  const problem = error instanceof ApiProblem ? fileProblemOf(error.errors) : undefined;
  if (!problem) return <ProblemCallout error={error} />;
  return (
    <Callout tone="danger" title={t('transfer.unread')} isNews>
      {problem.type === 'columns'
        ? t('transfer.problem.columns', { columns: list([...problem.columns]) })
        : t(`transfer.problem.${problem.type}`)}
    </Callout>
  );
}
