import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem } from '../../../clients/api-problem.ts';

interface WriteOptions<Input, Answer> {
  /** Sends it, with this key: `params: { header: { 'Idempotency-Key': key } }`. */
  readonly send: (input: Input, key: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer, input: Input) => void | Promise<void>;
}

/**
 * A write of a form. Pressing again after a lost answer repeats the same write: its key is kept while it may have happened,
 * and while the form says the same.
 */
export function useWrite<Input, Answer>({ send, onDone }: WriteOptions<Input, Answer>) {
  const pending = useRef<{ readonly key: string; readonly input: string }>(undefined);
  return useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      const said = JSON.stringify(input ?? null);
      if (pending.current?.input !== said) pending.current = { key: crypto.randomUUID(), input: said };
      try {
        const answer = await send(input, pending.current.key);
        pending.current = undefined;
        return answer;
      } catch (error) {
        if (error instanceof ApiProblem && !error.mayHaveHappened) pending.current = undefined;
        throw error;
      }
    },
    ...(onDone && { onSuccess: (answer: Answer, input: Input) => onDone(answer, input) }),
  });
}
