CREATE TABLE orders (
  id bigint NOT NULL,
  extra jsonb
);
