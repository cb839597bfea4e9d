CREATE FUNCTION order_total(order_id bigint, rounded boolean DEFAULT true) RETURNS numeric
  LANGUAGE sql AS $$ SELECT 1.0 $$;
