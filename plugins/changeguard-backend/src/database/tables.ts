import {
  AnswerState,
  AudienceState,
  AuditOrigin,
  CatalogStep,
  ChangeSource,
  ChangeStatus,
  DeliveryState,
  NotificationType,
  Preferences,
  SchemaFormat,
  Severity,
  Side,
  SubscriptionMode,
} from '@changeguard/backstage-plugin-changeguard-common';
import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';

/** Rows as node-postgres reads them: timestamps as `Date`, bigints as strings. The migrations are their source. */
export interface SchemaChangeRow {
  id: string;
  position: string;
  entity_ref: string;
  title: string;
  description: string;
  format: SchemaFormat;
  severity: Severity;
  status: ChangeStatus;
  source: ChangeSource;
  migration_guide: string | null;
  replacement: string | null;
  effective_at: Date | null;
  sunset_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  announced_at: Date | null;
  released_at: Date | null;
  resolved_at: Date | null;
  withdrawn_at: Date | null;
  entity_gone_at: Date | null;
  version: number;
  sequence: number;
  audience_state: AudienceState;
  finding_count: number;
  base_revision_id: string | null;
  latest_revision_id: string | null;
  reverted_at: Date | null;
}

export interface FindingRow {
  id: string;
  change_id: string;
  ordinal: number;
  rule: string;
  severity: Severity;
  side: Side | null;
  pointer: string;
  operation: string | null;
  before: string | null;
  after: string | null;
  message: string;
  fingerprint: string;
}

export interface CommentRow {
  id: string;
  position: string;
  change_id: string;
  author: string;
  body: string;
  mentions: string[];
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  version: number;
}

export interface AffectedConsumerRow {
  id: string;
  position: string;
  change_id: string;
  entity_ref: string;
  direct: boolean;
  paths: CatalogStep[][];
  evidence: { kind: string; summary: string }[];
  answer_state: AnswerState;
  answer_note: string | null;
  answer_by: string | null;
  answer_at: Date | null;
  answer_on_version: number | null;
  expected_at: Date | null;
  waived_until: Date | null;
  late: boolean;
  left_at: Date | null;
  reachable: boolean;
  created_at: Date;
}

export interface AudienceMemberRow {
  change_id: string;
  user_ref: string;
  role: 'provider' | 'consumer';
  via_entity_ref: string;
  via_owner_ref: string;
}

export interface SubscriptionRow {
  user_ref: string;
  entity_ref: string;
  mode: SubscriptionMode;
  created_at: Date;
}

export interface PreferencesRow {
  user_ref: string;
  preferences: Preferences;
  updated_at: Date;
}

export interface NotificationRow {
  id: string;
  position: string;
  recipient: string;
  event_id: string;
  change_id: string;
  type: NotificationType;
  title: string;
  body: string;
  link: string;
  severity: Severity;
  created_at: Date;
  read_at: Date | null;
}

export interface OutboxRow {
  id: string;
  position: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: string;
  sequence: number;
  required_subscribers: string[];
  traceparent: string | null;
  address: string | null;
  user_agent: string | null;
  origin: AuditOrigin | null;
  via: string | null;
  created_at: Date;
  attempts: number;
  next_attempt_at: Date;
  lease_token: string | null;
  lease_until: Date | null;
  published_at: Date | null;
  finished_at: Date | null;
  last_error: string | null;
}

/** `pending` covers waiting, leased and waiting for another attempt. */
export type StoredDeliveryState = Exclude<DeliveryState, 'retrying'>;

export interface ChannelMessageRow {
  event_id: string;
  channel: string;
  change_id: string;
  message: ChannelMessage;
  traceparent: string | null;
  created_at: Date;
}

export interface DeliveryRow {
  event_id: string;
  channel: string;
  recipient: string;
  id: string;
  change_id: string;
  reason: string;
  state: StoredDeliveryState;
  /** What operators call the state; generated. */
  standing: DeliveryState;
  attempts: number;
  next_attempt_at: Date;
  lease_token: string | null;
  lease_until: Date | null;
  last_error: string | null;
  created_at: Date;
  settled_at: Date | null;
}

export interface DeliveryWatcherRow {
  user_ref: string;
  seen_at: Date;
}

export interface TransportMessageRow {
  subscription: string;
  event_id: string;
  position: string;
  ordering_key: string;
  attributes: Record<string, string>;
  data: string;
  attempts: number;
  available_at: Date;
  lease_token: string | null;
  lease_until: Date | null;
  created_at: Date;
}
