CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
ALTER TABLE orders ADD CHECK (length(status) > 2);
