import { TracingService } from '../../../telemetry/openTelemetryServices';

type Context = ReturnType<TracingService['context']['active']>;

const nowhere = {} as Context;
const span = { setAttribute: () => {}, setStatus: () => {} };
type Span = typeof span;

function startActiveSpan<T>(
  _name: string,
  first: unknown,
  second?: (active: Span) => T | Promise<T>,
): Promise<T> {
  const work = second ?? (first as (active: Span) => T | Promise<T>);
  return Promise.resolve(work(span));
}

/** Tracing of a portal without an OpenTelemetry SDK: work is done, and nothing is recorded. */
export const untraced: TracingService = {
  startActiveSpan,
  context: { active: () => nowhere, with: async (_, work) => work() },
  propagation: {
    extract: () => nowhere,
    getBaggage: () => undefined,
    getActiveBaggage: () => undefined,
  },
};
