/** What the settings of a stage say of its mails; not parsed yet. */
export interface MailSettings {
  readonly mailSender?: unknown;
  readonly mailIdentity?: unknown;
}

/** SES lets an identity send as itself, and a domain as every address and every domain below it. */
export function mailProblems({ mailSender, mailIdentity }: MailSettings): readonly string[] {
  if (typeof mailSender !== 'string' || typeof mailIdentity !== 'string') return [];
  const isWithin =
    mailSender === mailIdentity || [`@${mailIdentity}`, `.${mailIdentity}`].some((end) => mailSender.endsWith(end));
  return isWithin ? [] : [`mailIdentity must be ${mailSender}, or its domain or a domain above that`];
}
