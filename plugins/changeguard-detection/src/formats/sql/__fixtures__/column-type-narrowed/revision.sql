CREATE TABLE orders (
  id bigint NOT NULL,
  note varchar(50)
);
