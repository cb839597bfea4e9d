import { expect } from '@playwright/test';

/** A mail as the local mailbox shows it. */
interface Mail {
  /** ISO 8601. */
  date: string;
  subject: string;
  to: { address: string }[];
  text: string;
  headers: Record<string, string>;
}

/** Waits until somebody has one mail, sent since then, whose subject holds the words, and answers it. */
export async function mailTo(
  address: string,
  subject: string,
  since: Date,
): Promise<Mail> {
  const mailbox = process.env.CHANGEGUARD_TEST_MAILBOX_URL;
  expect(mailbox, 'the tests need a mailbox').toBeTruthy();
  let found: Mail[] = [];
  await expect
    .poll(
      async () => {
        const mails = (await (
          await fetch(`${mailbox}/email`)
        ).json()) as Mail[];
        found = mails.filter(
          mail =>
            mail.subject.includes(subject) &&
            new Date(mail.date) >= since &&
            mail.to.some(to => to.address === address),
        );
        return found.length;
      },
      { message: `one mail to ${address} about "${subject}"`, timeout: 30_000 },
    )
    .toBe(1);
  return found[0];
}
