CREATE TABLE archive (
  id bigint NOT NULL
);
CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
COMMENT ON TABLE orders IS 'Deprecated since 2025-09-01, sunset 2026-01-01: use invoices';
