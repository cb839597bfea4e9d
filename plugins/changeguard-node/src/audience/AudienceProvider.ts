import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';

/** A consumer that a provider of audiences found. @public */
export interface FoundConsumer {
  /** The component, resource or other entity that depends on the changed one. */
  entityRef: string;
  /** From the consumer to the changed entity; empty when the catalog knows no path. */
  path: CatalogStep[];
  /** How it is known, when not by the catalog. */
  evidence?: { kind: string; summary: string };
}

/**
 * Another way to find who is affected, such as traffic logs or code search; asked besides the catalog.
 *
 * @public
 */
export interface AudienceProvider {
  /** Names the provider in logs. */
  id: string;
  /** A rejection makes the audience `partial`; it is asked again later. */
  findConsumers(
    entityRef: string,
    context: { signal: AbortSignal },
  ): Promise<FoundConsumer[]>;
}
