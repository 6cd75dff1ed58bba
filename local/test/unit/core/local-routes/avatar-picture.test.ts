import { expect, it } from 'vitest';
import { avatarPicture } from '../../../../core/local-routes/avatar-picture.ts';

it('draws the same picture for the same name, and another for another', () => {
  expect(avatarPicture('1.png')).toBe(avatarPicture('1.png'));
  expect(avatarPicture('1.png')).not.toBe(avatarPicture('2.png'));
});

it('takes nothing of the name over', () => {
  expect(avatarPicture('"><script>')).not.toContain('script');
});
