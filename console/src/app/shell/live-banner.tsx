import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLive } from '../../live/live-provider.tsx';
import { Banner } from '../../ui/banner.tsx';
import { useWords } from '../../words/words-provider.tsx';

/** A connection that comes back at once is not worth a word. */
const patienceMilliseconds = 10_000;

/** Says that what is shown may be out of date, once the live feed has been away for a while. */
export function LiveBanner() {
  const { state } = useLive();
  // Each interruption has its own patience.
  return state === 'waiting' ? <Interrupted /> : undefined;
}

function Interrupted() {
  const { t } = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong || !navigator.onLine) return undefined;
  return <Banner icon={RefreshCw}>{t('app.live.interrupted')}</Banner>;
}
