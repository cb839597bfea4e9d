import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { metrics } from '@opentelemetry/api';
import { Meters } from '../telemetry/Meters';
import { Traces } from '../telemetry/Traces';

/** Metrics and traces of a portal without an OpenTelemetry SDK. */
export function noTelemetry() {
  return {
    meters: new Meters(metrics.getMeter('test')),
    traces: new Traces(tracingServiceMock.mock()),
  };
}
