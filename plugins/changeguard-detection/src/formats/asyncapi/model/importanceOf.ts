/** What a setting of a binding decides: where messages are and how they are written, how they are delivered, or neither. */
export type Importance = 'address' | 'delivery' | 'setting';

/** Settings that a client has to know to find messages, or to read them. */
const ADDRESS: readonly RegExp[] = [
  /^kafka\.(topic|schemaIdLocation|schemaIdPayloadEncoding|schemaLookupStrategy|schemaRegistryUrl)$/,
  /^amqp\.(is|exchange\.(name|type|vhost)|queue\.(name|vhost)|cc|bcc|contentEncoding|messageType|replyTo)$/,
  /^jms\.(destination|destinationType|headers)$/,
  /^ibmmq\.(destinationType|queue\.objectName|topic\.(string|objectName)|groupId|type|ccdtQueueManagerName|cipherSpec)$/,
  /^googlepubsub\.(topic|schemaSettings\.(encoding|name)|schema\.(name|type))$/,
  /^anypointmq\.(destination|destinationType)$/,
  /^(sns|sqs)\.(name|topic|queue)(\.name)?$/,
  /^pulsar\.(namespace|persistence|tenant)$/,
  /^solace\.(msgVpn|destinations)$/,
  /^nats\.queue$/,
  /^https?\.(method|type|statusCode)$/,
  /^wss?\.method$/,
  /^mqtt5?\.(contentType|payloadFormatIndicator|responseTopic|correlationData)$/,
];

/** Settings of what runs a protocol, which clients do not meet. */
const SETTING =
  /^kafka\.(replicas|topicConfiguration)|^(sns|sqs)\..*\b(policy|tags|deliveryPolicy)\b|\.(labels|tags|description|maxMsgLength|retention|geo-replication|compaction|deduplication)\b/;

/** How much a setting decides, by its protocol and path. A setting that was not there decides what was open before. */
export function importanceOf(path: string, isNew: boolean): Importance {
  if (ADDRESS.some(one => one.test(path))) {
    return isNew ? 'delivery' : 'address';
  }
  return SETTING.test(path) ? 'setting' : 'delivery';
}
