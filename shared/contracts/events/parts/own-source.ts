/** Source of our own events on the bus. The policy of the bus lets nobody else but ops use it. */
export const ownSource = 'ssc';
