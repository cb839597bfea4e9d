import { HumanDuration } from '@backstage/types';

export interface Config {
  portal?: {
    /**
     * Entity refs of the groups or users that operate the portal. They may do what the permission
     * policy keeps from everybody else: remove entities, read the audit trail, replay deliveries.
     */
    operators?: string[];
  };

  /**
   * The invented organisation that a portal shows for trying things out. Leave it out in a portal
   * that has an organisation of its own.
   */
  sampleOrganisation?: {
    /** Whether the catalog shows it. Off unless set. */
    enabled?: boolean;
    /** Where its YAML files are. By default the folder that is shipped with this package. */
    folder?: string;
    /** How often its files are read again. By default every three seconds. */
    refreshEvery?: HumanDuration;
  };

  /** For the bench: three routes that do next to nothing, which ChangeGuard's are compared with. */
  changeguardFloor?: {
    /** Off unless set. */
    enabled?: boolean;
  };
}
