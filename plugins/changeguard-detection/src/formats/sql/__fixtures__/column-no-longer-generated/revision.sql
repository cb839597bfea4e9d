CREATE TABLE orders (
  id bigint NOT NULL,
  net int,
  gross int
);
