import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import {
  calendarDate,
  dateIn,
  exactDate,
  exactTime,
  listText,
  moneyText,
  timeOfDay,
  wholeNumberText,
} from './formats.ts';
import { useWords } from './words-provider.tsx';

const ZoneContext = createContext('UTC');

/** Gives all below it the shop's zone, in which its times are shown. */
export function ReaderProvider({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** Times, money and numbers for this reader. */
export function useFormats() {
  const { locale: language } = useWords();
  const timeZone = use(ZoneContext);
  return useMemo(
    () => ({
      timeZone,
      time: (at: string) => exactTime(at, { language, timeZone }),
      day: (at: string) => exactDate(at, { language, timeZone }),
      clock: (at: string) => timeOfDay(at, { language, timeZone }),
      /** The shop's calendar date at an instant. */
      shopDate: (at: string) => dateIn(at, timeZone),
      date: (date: string) => calendarDate(date, language),
      money: ({ value, currency }: { readonly value: string; readonly currency: string }) =>
        moneyText(value, currency, language),
      list: (items: readonly string[], as?: 'conjunction' | 'unit') => listText(items, language, as),
      number: (value: number) => wholeNumberText(value, language),
    }),
    [language, timeZone],
  );
}
