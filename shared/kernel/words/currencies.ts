/**
 * Digits behind the point of the currencies that have not two: the minor units of ISO 4217, its list one of 2024-06-25, as the package
 * `currency-codes` 2.2.0 of npm has it; none where the list says that there are none (gold, drawing rights). Not asked of `Intl`: that
 * follows what shops print, 0 for HUF or IDR, and differs by its version.
 */
export const minorUnits: Readonly<Record<0 | 3 | 4, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD XPF XPT XSU XTS XUA XXX',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
