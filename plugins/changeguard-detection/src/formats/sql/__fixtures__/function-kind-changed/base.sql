CREATE FUNCTION close_day(day date) RETURNS void
  LANGUAGE sql AS $$ SELECT $$;
