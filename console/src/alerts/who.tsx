import { useSessionState } from '../session/session-provider.tsx';
import css from './alerts.module.css';

/** Values for texts that say who did something: `{self, select, yes {You …} none {…} other {{who} …}}`. */
export function useWho() {
  const state = useSessionState();
  const me = 'claims' in state ? state.claims.subject : undefined;
  return (subject: string | undefined) => ({
    self: subject === undefined ? 'none' : subject === me ? 'yes' : 'other',
    who: <bdi className={css.who}>{subject}</bdi>,
  });
}
