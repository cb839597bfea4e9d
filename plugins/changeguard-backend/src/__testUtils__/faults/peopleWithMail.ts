import { InMemoryCatalog, sampleCatalog } from '../InMemoryCatalog';

/** The sample catalog, in which everybody has a mail address. */
export function peopleWithMail(): InMemoryCatalog {
  const catalog = sampleCatalog();
  for (const entity of catalog.all()) {
    const [kind, name] = entity.entityRef.split(/:default\//);
    if (kind !== 'user') continue;
    entity.profile = { displayName: name, email: `${name}@example.com` };
  }
  return catalog;
}
