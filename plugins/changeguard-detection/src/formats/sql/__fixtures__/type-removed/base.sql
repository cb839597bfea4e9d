CREATE TYPE state AS ENUM ('open', 'paid');
CREATE TYPE address AS (street text, town text);
