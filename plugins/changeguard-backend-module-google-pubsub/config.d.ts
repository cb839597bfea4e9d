export interface Config {
  changeguard?: {
    /** Google Pub/Sub; used when `changeguard.transport` is `google-pubsub`. */
    googlePubSub?: {
      /** The Google Cloud project that holds the topic and its subscriptions. */
      projectId: string;
      /** Host and port of an emulator, such as `127.0.0.1:8085`; for development and tests. */
      emulatorHost?: string;
      /** Path of a service account's key file; left out, Application Default Credentials are used. */
      keyFilename?: string;
      /** The topic; `changeguard-events` when left out. Two portals in one project need two projects, not two topics. */
      topic?: string;
      /**
       * `create` (default) makes the topic and the subscriptions that are missing; `verify` refuses to publish until
       * somebody else made them, for portals without admin rights.
       */
      topology?: 'create' | 'verify';
      /** How many messages of a subscription one replica holds at a time, from 1 to 1000; 100 when left out. */
      maxMessages?: number;
      /**
       * Spreads the changes over so many ordering keys; left out, each change has its own. For the official emulator, which
       * keeps a thread for every key it ever saw: at 500 changes it burns a fifth of a processor. Changes that share a key
       * wait for each other.
       */
      orderingKeys?: number;
    };
  };
}
