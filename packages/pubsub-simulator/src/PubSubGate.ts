import { WireMessage } from './protocol';

/** A stream on which messages go out. */
export interface PubSubStream {
  /** Ends it, as a connection that broke does; what it holds stays leased. */
  breakOff(): void;
}

/** What a client asks for, or is sent. */
export interface PubSubCall {
  /** As the API calls it, such as `publish`. */
  name: string;
  /** The last part of the subscription's name, where it is about one. */
  subscription?: string;
  /** What it publishes, acknowledges, gives back, or is sent. */
  messages?: readonly WireMessage[];
  /** What it opens, or is sent on. */
  stream?: PubSubStream;
}

/** Stands between the simulator and those who reach it by one address. */
export interface PubSubGate {
  /**
   * A call comes in.
   *
   * @throws Error - when it is to fail; the client hears that Pub/Sub is unavailable
   */
  call<T>(call: PubSubCall, effect: () => Promise<T>): Promise<T>;
  /** Messages are about to go out. */
  deliver(call: Required<PubSubCall>, send: () => void): void;
}

/** Lets everything through. */
export const openGate: PubSubGate = {
  call: (_, effect) => effect(),
  deliver: (_, send) => send(),
};
