CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
GRANT SELECT, INSERT ON orders TO reports;
