import { describe, expect, it } from 'vitest';
import { mailProblems } from '../../infra/mail-problems.ts';

const mailSender = 'security-center@mail.example.com';

describe('mailProblems', () => {
  it.each([
    undefined,
    mailSender,
    'mail.example.com',
    'example.com',
  ])('lets the sender belong to %s', (mailIdentity) => {
    expect(mailProblems({ mailSender, mailIdentity })).toEqual([]);
  });

  it.each(['ample.com', 'other.example.com', 'center@mail.example.com'])('refuses %s', (mailIdentity) => {
    expect(mailProblems({ mailSender, mailIdentity })).toEqual([expect.stringMatching(/^mailIdentity must be /)]);
  });
});
