import { Redis } from 'ioredis';

/** The real Redis that tests run on. */
export function redisUrl(): string {
  const url = process.env.CHANGEGUARD_TEST_REDIS_URL;
  if (!url) {
    throw new Error('Set CHANGEGUARD_TEST_REDIS_URL to a Redis server');
  }
  return url;
}

/** A connection with which a test looks into Redis. */
export function redisClient(): Redis {
  return new Redis(redisUrl());
}
