/** How the order or refund stands, as far as acting upon it goes. */
export type SubjectState = 'actionable' | 'not_now' | 'done' | 'closed';
