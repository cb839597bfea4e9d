export interface Config {
  changeguard?: {
    /** Mail to the people a schema change concerns. Left out: no mail is sent. */
    email?: {
      /** Switches all mail of ChangeGuard on or off. On by default as soon as `smtp` is configured. */
      enabled?: boolean;
      /** Sender, such as `ChangeGuard <changeguard@example.com>`; its domain also ends the ids of the mails. */
      from?: string;
      /** Where answers go, when not to the sender. */
      replyTo?: string;
      /** The server that takes the mails. */
      smtp?: {
        host: string;
        /** 465 when `secure` is on, 587 otherwise. */
        port?: number;
        /** TLS from the first byte; off means STARTTLS where the server offers it. */
        secure?: boolean;
        username?: string;
        /** @visibility secret */
        password?: string;
        /** Refuses to send without STARTTLS. On by default when there is a password and `secure` is off. */
        requireTls?: boolean;
      };
    };
  };
}
