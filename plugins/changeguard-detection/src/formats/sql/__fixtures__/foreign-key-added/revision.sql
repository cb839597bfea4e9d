CREATE TABLE customers (
  id bigint PRIMARY KEY
);
CREATE TABLE orders (
  id bigint NOT NULL,
  customer_id bigint
);
ALTER TABLE orders ADD CONSTRAINT placed_by FOREIGN KEY (customer_id) REFERENCES customers (id);
