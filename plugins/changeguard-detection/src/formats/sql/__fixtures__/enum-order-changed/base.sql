CREATE TYPE state AS ENUM ('open', 'paid', 'lost');
