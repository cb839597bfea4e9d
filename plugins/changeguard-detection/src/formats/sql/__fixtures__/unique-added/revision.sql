CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE UNIQUE INDEX orders_status ON orders (status, lower(note));
