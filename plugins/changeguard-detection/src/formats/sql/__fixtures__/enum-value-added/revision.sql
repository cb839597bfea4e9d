CREATE TYPE state AS ENUM ('open', 'paid');
ALTER TYPE state ADD VALUE 'lost' AFTER 'open';
