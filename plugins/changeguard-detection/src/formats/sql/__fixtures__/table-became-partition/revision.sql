CREATE TABLE orders (
  id bigint NOT NULL,
  region text NOT NULL
) PARTITION BY LIST (region);
CREATE TABLE orders_eu (id bigint NOT NULL, region text NOT NULL);
ALTER TABLE orders ATTACH PARTITION orders_eu FOR VALUES IN ('eu');
