CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
ALTER TABLE orders ADD UNIQUE (status);
ALTER TABLE orders DROP CONSTRAINT orders_status_key;
