/** Makes the signed links of a mail; see RFC 8058. @public */
export interface UnsubscribeLinks {
  /**
   * The absolute address at which `recipient` can stop all mail of ChangeGuard: GET shows a button, POST acts. Works
   * without signing in, and only for this recipient.
   */
  forRecipient(recipient: string): Promise<string>;
}
