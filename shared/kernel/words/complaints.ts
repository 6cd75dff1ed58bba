/** What ops decide about a complaint. */
export const complaintOutcomes = ['upheld', 'rejected'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export const complaintStates = ['open', ...complaintOutcomes] as const;
export type ComplaintState = (typeof complaintStates)[number];
