/** Transports whose broker OpenTelemetry has a name for; https://opentelemetry.io/docs/specs/semconv/registry/attributes/messaging. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  'google-pubsub': 'gcp_pubsub',
};

/** What the attribute `messaging.system` of spans and metrics says of a transport: OpenTelemetry's name of its broker, else the transport's own. */
export function messagingSystem(transport: string): string {
  return WELL_KNOWN[transport] ?? transport;
}
