/** The portal's metrics and traces, which Backstage still calls alpha: imported here alone. */
export {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
export type {
  MetricsService,
  TracingService,
  TracingServiceSpan,
  TracingServiceSpanOptions,
} from '@backstage/backend-plugin-api/alpha';
