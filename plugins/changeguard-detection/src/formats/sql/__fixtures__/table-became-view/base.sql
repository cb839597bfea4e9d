CREATE TABLE all_orders (id bigint);
CREATE TABLE orders (id bigint);
