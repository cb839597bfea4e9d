import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Actor } from '@changeguard/backstage-plugin-changeguard-common';

/** Who asks: a person with all whom they may speak for, or a service. */
export interface Viewer {
  type: 'user' | 'service';
  /** A user's entity ref, or a service's subject. */
  ref: string;
  /** Ownership refs of a person, the own ref among them; empty for a service, which owns nothing. */
  claims: readonly string[];
  /** The service that calls in this person's name; null when the viewer calls. */
  via: string | null;
  credentials: BackstageCredentials;
}

/** The viewer as events and the audit trail name them. */
export function actorOf(viewer: Viewer): Actor {
  return { type: viewer.type, ref: viewer.ref };
}

/** Equal for viewers to whom the same decisions apply, and different otherwise: a key for what is remembered for seconds. */
export function viewerKey(viewer: Viewer): string {
  const { principal } = viewer.credentials as BackstageCredentials<{
    accessRestrictions?: unknown;
  }>;
  return JSON.stringify([
    viewer.type,
    viewer.ref,
    viewer.claims,
    principal?.accessRestrictions ?? null,
  ]);
}
