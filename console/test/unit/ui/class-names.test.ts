import { expect, it } from 'vitest';
import { classNames } from '../../../src/ui/class-names.ts';

it('joins the names that hold', () => {
  expect(classNames('a', false, undefined, 'b')).toBe('a b');
});
