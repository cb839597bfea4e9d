import { context, propagation, trace } from '@opentelemetry/api';
import {
  TracingService,
  TracingServiceSpan,
  TracingServiceSpanOptions,
} from './openTelemetryServices';

/** What a span is of, besides its name. */
export type SpanFacts = Pick<TracingServiceSpanOptions, 'attributes' | 'kind'>;

/**
 * Carries traces through the outbox, the broker and the deliveries: what waited in between knows its trace by a `traceparent` (W3C Trace
 * Context). In a portal without an OpenTelemetry SDK nothing is recorded, and the caller's `traceparent` is passed on as it came.
 */
export class Traces {
  constructor(private readonly tracing: TracingService) {}

  /** Runs `work` in a span of the request that is being answered, or of the trace that its caller named. */
  async answer<T>(
    traceparent: string | null,
    name: string,
    work: () => Promise<T>,
  ): Promise<T> {
    return trace.getActiveSpan()
      ? this.tracing.startActiveSpan(name, work)
      : this.follow(traceparent, name, {}, work);
  }

  /** Runs `work` in a span that goes on where `traceparent` left off; without one, in a trace of its own. */
  async follow<T>(
    traceparent: string | null,
    name: string,
    facts: SpanFacts,
    work: (span: TracingServiceSpan) => Promise<T>,
  ): Promise<T> {
    const { tracing } = this;
    const left = traceparent
      ? tracing.propagation.extract(tracing.context.active(), { traceparent })
      : tracing.context.active();
    return tracing.context.with(left, () =>
      tracing.startActiveSpan(name, facts, work),
    );
  }

  /** Where whoever works on because of this goes on: the active span, else `otherwise`. */
  current(otherwise: string | null): string | null {
    const carrier: { traceparent?: string } = {};
    propagation.inject(context.active(), carrier);
    return carrier.traceparent ?? otherwise;
  }
}
