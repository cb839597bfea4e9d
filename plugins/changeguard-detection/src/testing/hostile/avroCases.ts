import { HostileCase } from './HostileCase';
import { each } from './written';

const record = (fields: unknown, name = 'A') =>
  JSON.stringify({ type: 'record', name, fields });

/** Avro schemas. */
export const avroCases: readonly HostileCase[] = [
  {
    name: 'records that contain each other in every way',
    format: 'avro',
    base: () =>
      record(
        Array.from({ length: 30 }, (_, index) => ({
          name: `f${index}`,
          type: [
            'null',
            'A',
            { type: 'array', items: ['null', 'A'] },
            { type: 'map', values: 'A' },
          ],
        })),
      ),
    revision: () =>
      record(
        Array.from({ length: 30 }, (_, index) => ({
          name: `f${index}`,
          type: [
            { type: 'map', values: ['A', 'string'] },
            'A',
            { type: 'array', items: 'A' },
          ],
        })),
      ),
    ends: ['compared'],
  },
  {
    name: 'unions of two thousand branches',
    format: 'avro',
    base: () =>
      `[${each(
        2_000,
        index => `{"type":"record","name":"R${index}","fields":[]}`,
        ',',
      )}]`,
    revision: () =>
      `[${each(
        2_000,
        index => `{"type":"record","name":"S${index}","fields":[]}`,
        ',',
      )}]`,
    ends: ['failed', 'compared'],
  },
  {
    name: 'arrays within arrays',
    format: 'avro',
    base: () =>
      `${'{"type":"array","items":'.repeat(500)}"int"${'}'.repeat(500)}`,
    revision: () =>
      `${'{"type":"array","items":'.repeat(500)}"string"${'}'.repeat(500)}`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'an enum of three hundred thousand symbols',
    format: 'avro',
    base: () =>
      `{"type":"enum","name":"E","symbols":[${each(
        300_000,
        index => `"S${index}"`,
        ',',
      )}]}`,
    revision: () =>
      `{"type":"enum","name":"E","symbols":[${each(
        300_000,
        index => `"T${index}"`,
        ',',
      )}]}`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'names that every object has',
    format: 'avro',
    base: () =>
      '{"type":"record","name":"constructor","fields":[{"name":"__proto__","type":"toString"},{"name":"a","type":"constructor"}]}',
    ends: ['failed'],
  },
  {
    name: 'fields of the names that every object has',
    format: 'avro',
    base: () => record([{ name: '__proto__', type: 'int' }]),
    revision: () => record([{ name: 'constructor', type: 'int' }]),
    ends: ['compared'],
  },
  {
    name: 'a fixed size of a thousand digits',
    format: 'avro',
    base: () => `{"type":"fixed","name":"F","size":${'9'.repeat(1_000)}}`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'a type that is a type that is a type',
    format: 'avro',
    base: () => `${'{"type":'.repeat(510)}"int"${'}'.repeat(510)}`,
    ends: ['compared', 'failed'],
  },
];
