CREATE FUNCTION order_total(id bigint) RETURNS numeric
  LANGUAGE sql AS $$ SELECT 1.0 $$;
