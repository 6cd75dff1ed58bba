import { describe, expect, it } from 'vitest';
import { waysToFind } from '../../../src/lookup/find-rules.ts';

describe('waysToFind', () => {
  it('asks for a name exactly, and for nothing else where it can be no ID', () => {
    expect(waysToFind('Mira.Sews')).toEqual([{ username: 'Mira.Sews' }]);
    expect(waysToFind('резеда 2')).toEqual([{ username: 'резеда 2' }]);
  });

  it('spends no lookup of an ID on a name without a digit', () => {
    expect(waysToFind('parcel_pirate')).toEqual([{ username: 'parcel_pirate' }]);
  });

  it('asks for the order and the buyer of that ID after the name', () => {
    expect(waysToFind('order-1')).toEqual([{ username: 'order-1' }, { orderId: 'order-1' }, { buyerId: 'order-1' }]);
  });

  it('asks for the IDs first where it is all digits, whatever blanks were copied with it', () => {
    const [first, second, ...names] = waysToFind(' 5764692000000837833 ');
    expect([first, second]).toEqual([{ orderId: '5764692000000837833' }, { buyerId: '5764692000000837833' }]);
    expect(names).toEqual([{ username: ' 5764692000000837833 ' }, { username: '5764692000000837833' }]);
  });

  it('keeps the blanks of a name, which can be part of it, and tries without them then', () => {
    expect(waysToFind('anna ')).toEqual([{ username: 'anna ' }, { username: 'anna' }]);
  });

  it.each(['', '   '])('asks for nothing of %j', (term) => {
    expect(waysToFind(term)).toEqual([]);
  });
});
