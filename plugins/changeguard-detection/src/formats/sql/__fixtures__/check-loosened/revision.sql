CREATE TABLE orders (
  id bigint NOT NULL,
  status text NOT NULL,
  note text
);
ALTER TABLE orders ADD CHECK (status = ANY (ARRAY['open'::text, 'paid'::text, 'lost'::text]));
