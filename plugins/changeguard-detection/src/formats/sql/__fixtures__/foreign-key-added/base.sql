CREATE TABLE customers (
  id bigint PRIMARY KEY
);
CREATE TABLE orders (
  id bigint NOT NULL,
  customer_id bigint
);
