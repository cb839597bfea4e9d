CREATE TABLE stays (
  room int,
  during tsrange
);
