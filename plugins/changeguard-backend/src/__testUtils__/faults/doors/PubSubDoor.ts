import {
  PubSubCall,
  PubSubGate,
  PubSubSimulator,
  PubSubStream,
  SimulatorServer,
} from '@changeguard/pubsub-simulator';
import { FaultMode } from '../FaultPlan';
import { never } from '../Life';
import { Door, FaultError } from './Door';

/** What a call concerns: for each of its messages a name of its own, so that how many go together moves no number. */
function pointsOf({ name, subscription, messages }: PubSubCall): string[] {
  const call = ['pubsub:', name, subscription].filter(Boolean).join(' ');
  if (!messages) return [call];
  return messages.flatMap(({ attributes: { type } }) => {
    // The signs of life for emulators have none.
    if (!type) return [];
    return subscription ? `${call} ← ${type}` : `${call} ${type}`;
  });
}

/**
 * One instance's address of the Pub/Sub simulator: what its client asks for, and what it is sent, is a point. Nobody is answered before the
 * portal has started, so that none is abandoned in the middle of its start.
 */
export class PubSubDoor implements PubSubGate {
  /** Subscriptions that were opened so far. */
  opened = 0;
  letIn: () => void = () => {};
  private readonly started = new Promise<void>(resolve => {
    this.letIn = resolve;
  });
  private readonly server: SimulatorServer;
  /** Streams that stay open, and on which nothing comes any more. */
  private readonly silent = new WeakSet<PubSubStream>();

  constructor(simulator: PubSubSimulator, private readonly door: Door) {
    this.server = new SimulatorServer(simulator, this);
    door.life.onEnd(() => this.server.close());
  }

  /** @returns its address */
  async open(): Promise<string> {
    await this.server.listen();
    return this.server.host;
  }

  async call<T>(call: PubSubCall, effect: () => Promise<T>): Promise<T> {
    await this.started;
    const { life } = this.door;
    if (life.over) return never();
    const mode = this.pass(call);
    if (mode === 'before') throw new FaultError(`${call.name} failed`);
    const result = await effect();
    if (call.stream) this.opened++;
    if (mode === 'hang' && call.stream) this.silent.add(call.stream);
    if (mode === 'abandon') life.end();
    if (mode === 'hang' || life.over) return never();
    if (mode === 'after') {
      throw new FaultError(`The answer of ${call.name} is lost`);
    }
    return result;
  }

  deliver(call: Required<PubSubCall>, send: () => void): void {
    const { stream } = call;
    const { life } = this.door;
    if (life.over || this.silent.has(stream)) return;
    const mode = this.pass(call);
    if (mode !== 'before') send();
    if (mode === 'before' || mode === 'after') stream.breakOff();
    if (mode === 'hang') this.silent.add(stream);
    if (mode === 'abandon') life.end();
  }

  private pass(call: PubSubCall): FaultMode | null {
    const modes = pointsOf(call).map(point => this.door.plan.pass(point));
    return modes.find(mode => mode !== null) ?? null;
  }
}
