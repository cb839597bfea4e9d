CREATE TABLE orders (
  id bigint NOT NULL,
  note text COLLATE "de_DE"
);
