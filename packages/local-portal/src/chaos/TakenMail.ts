/** One copy of a mail that a mail server took, its final dot seen. */
export interface TakenMail {
  /** The same for all copies of a mail. */
  messageId: string;
  to: string;
  /** The change it is about, as its References name it. */
  changeId: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether the connection was cut before the answer. */
  cut: boolean;
}

/** The delivery behind a mail; its Message-ID holds the id. */
export function deliveryOf({ messageId }: TakenMail): string | undefined {
  return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(messageId)?.[0];
}
