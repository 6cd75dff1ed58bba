/** As the API takes it. */
export const longestComplaint = 2000;

/** What is wrong with a complaint; nothing of it is trimmed. */
export function complaintProblem(text: string): 'empty' | 'tooLong' | undefined {
  if (text.trim() === '') return 'empty';
  return text.length > longestComplaint ? 'tooLong' : undefined;
}
