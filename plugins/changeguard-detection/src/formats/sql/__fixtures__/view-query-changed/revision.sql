CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE VIEW open_orders AS
  SELECT id, status FROM orders WHERE status <> 'paid';
