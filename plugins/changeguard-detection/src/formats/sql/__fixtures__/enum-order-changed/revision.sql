CREATE TYPE state AS ENUM ('open', 'lost', 'paid');
