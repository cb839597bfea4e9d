CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE MATERIALIZED VIEW open_orders AS
  SELECT id, status FROM orders WHERE status = 'open';
