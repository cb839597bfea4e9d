CREATE TABLE all_orders (id bigint);
CREATE VIEW orders AS SELECT id FROM all_orders;
