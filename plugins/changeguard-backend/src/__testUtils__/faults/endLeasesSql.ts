/** Ends all leases, as the time that they take would. */
export const endLeasesSql = `
  update outbox set lease_until = clock_timestamp() where lease_until > clock_timestamp();
  update deliveries set lease_until = clock_timestamp(), next_attempt_at = clock_timestamp() where lease_until > clock_timestamp();
  update transport_messages set lease_until = clock_timestamp() where lease_until > clock_timestamp();
  update audit_sealer set lease_until = clock_timestamp() where lease_until > clock_timestamp()`;
