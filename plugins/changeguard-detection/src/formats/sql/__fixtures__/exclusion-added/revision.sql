CREATE TABLE stays (
  room int,
  during tsrange,
  EXCLUDE USING gist (room WITH =, during WITH &&)
);
