import { CircleCheck, CircleSlash, Clock } from 'lucide-react';
import { Badge } from '../ui/badge.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Waiver } from './queries.ts';

const looks = {
  granted: { tone: 'good', icon: CircleCheck },
  pending: { tone: 'warn', icon: Clock },
  void: { tone: 'neutral', icon: CircleSlash },
} as const;

export function WaiverStatus({ of }: { readonly of: Waiver['status'] }) {
  const { t } = useWords();
  return <Badge {...looks[of]}>{t(`waivers.status.${of}`)}</Badge>;
}
