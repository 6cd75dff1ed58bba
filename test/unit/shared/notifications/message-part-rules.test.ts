import { expect, it } from 'vitest';
import { composeMessage } from '../../../../shared/notifications/message-part-rules.ts';

it('says the same in both forms, and takes words as words alone', () => {
  const { subject, text, html } = composeMessage('Hello <b>', [
    { line: 'One & two.' },
    { quote: 'Dear <b>Ann</b>,\r\nread\n"4".' },
    { lead: 'Look', consoleUrl: 'https://x.example/?a=1&b="2' },
    { lead: 'Look', consoleUrl: undefined },
  ]);
  expect(subject).toBe('Hello <b>');
  expect(text.split('\n')).toEqual([
    'One & two.',
    '',
    'Dear <b>Ann</b>,',
    'read',
    '"4".',
    '',
    'Look here: https://x.example/?a=1&b="2',
    'Look in Seller Center, under Security Center.',
    '',
  ]);
  expect(html.split('\n')).toEqual([
    '<p>One &amp; two.</p>',
    '<blockquote dir="auto">Dear &lt;b&gt;Ann&lt;/b&gt;,<br>read<br>&quot;4&quot;.</blockquote>',
    '<p>Look <a href="https://x.example/?a=1&amp;b=&quot;2">here</a>.</p>',
    '<p>Look in Seller Center, under Security Center.</p>',
  ]);
});
