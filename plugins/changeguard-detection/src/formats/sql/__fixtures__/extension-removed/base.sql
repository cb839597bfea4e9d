CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE EXTENSION citext;
