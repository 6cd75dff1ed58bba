import { expect, it } from 'vitest';
import { pictureAddress } from '../../../src/ui/picture-rules.ts';

const addresses = { from: 'https://avatars.example/', to: '/avatars?of=' };

it('asks for pictures of the known server at our own address', () => {
  expect(pictureAddress('https://avatars.example/a/1.png?x=1&y', addresses)).toBe('/avatars?of=a%2F1.png%3Fx%3D1%26y');
});

it('leaves any other address as it is', () => {
  expect(pictureAddress('https://avatars.example.evil/1.png', addresses)).toBe('https://avatars.example.evil/1.png');
  expect(pictureAddress('https://avatars.example/1.png', undefined)).toBe('https://avatars.example/1.png');
});
