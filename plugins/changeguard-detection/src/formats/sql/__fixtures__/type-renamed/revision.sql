CREATE TYPE state AS ENUM ('open', 'paid');
ALTER TYPE state RENAME TO order_state;
