CREATE PROCEDURE close_day(day date)
  LANGUAGE sql AS $$ SELECT $$;
