CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
ALTER TABLE orders ADD PRIMARY KEY (id);
