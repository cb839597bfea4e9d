CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE TABLE customers (
  id bigint PRIMARY KEY
);
