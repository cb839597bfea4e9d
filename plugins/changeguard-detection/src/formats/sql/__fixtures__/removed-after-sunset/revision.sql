CREATE TABLE archive (
  id bigint NOT NULL
);
