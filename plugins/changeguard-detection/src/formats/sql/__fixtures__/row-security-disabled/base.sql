CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
