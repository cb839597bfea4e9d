CREATE TABLE orders (
  id bigint NOT NULL,
  net int,
  gross int GENERATED ALWAYS AS (net * 2) STORED
);
