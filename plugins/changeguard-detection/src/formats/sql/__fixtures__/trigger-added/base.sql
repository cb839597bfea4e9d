CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
