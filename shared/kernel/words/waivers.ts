/** How far a waiver is. */
export const waiverStatuses = ['pending', 'granted', 'void'] as const;
export type WaiverStatus = (typeof waiverStatuses)[number];
