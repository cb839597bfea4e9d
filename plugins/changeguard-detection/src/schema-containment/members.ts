import { matches } from './patterns/matches';
import { anyText, patternContains } from './patterns/patternContains';
import { Conjunction } from './SchemaNode';
import { ObjectLayer, Shape } from './Shape';

/** What holds for the item at an index. */
export function itemAt(shape: Shape, index: number): Conjunction {
  return shape.arrays.flatMap(({ prefix, rest }) => {
    if (index < prefix.length) return [prefix[index]];
    return rest ? [rest] : [];
  });
}

/** What holds for the items behind every one that has a schema of its own. */
export function otherItems(shape: Shape): Conjunction {
  return shape.arrays.flatMap(({ rest }) => (rest ? [rest] : []));
}

/** How many items have a schema of their own. */
export function prefixLength(shape: Shape): number {
  return Math.max(0, ...shape.arrays.map(({ prefix }) => prefix.length));
}

/** The names that have a schema of their own. */
export function propertyNames(shape: Shape): Set<string> {
  return new Set(
    shape.objects.flatMap(({ properties }) => [...properties.keys()]),
  );
}

/** What holds for the member of a name. */
export function memberAt(shape: Shape, name: string): Conjunction {
  const chosen = shape.chosen?.get(name);
  if (chosen) return chosen;
  return shape.objects.flatMap(layer => {
    const own = layer.properties.get(name);
    const matching = [...layer.patterns].filter(([pattern]) =>
      matches(pattern, name),
    );
    const found = [...(own ? [own] : []), ...matching.map(([, node]) => node)];
    if (found.length > 0) return found;
    return layer.additional ? [layer.additional] : [];
  });
}

/** What holds for members whose names match one pattern and nothing else that is known. */
export function membersMatching(shape: Shape, pattern: string): Conjunction {
  return shape.objects.flatMap(layer => {
    const own = layer.patterns.get(pattern);
    const wider = [...layer.patterns]
      .filter(([other]) => other !== pattern && covers(other, pattern))
      .map(([, node]) => node);
    const found = [...(own ? [own] : []), ...wider];
    if (found.length > 0) return found;
    return layer.additional ? [layer.additional] : [];
  });
}

/** Whether one pattern is found wherever another is. */
function covers(wide: string, narrow: string): boolean {
  return patternContains({ ...anyText, patterns: [narrow] }, wide) === true;
}

/** What holds for members whose names nobody mentions. */
export function otherMembers(shape: Shape): Conjunction {
  return shape.objects.flatMap(({ additional }) =>
    additional ? [additional] : [],
  );
}

/** The patterns of names. */
export function namePatterns(shape: Shape): Set<string> {
  return new Set(
    shape.objects.flatMap(({ patterns }: ObjectLayer) => [...patterns.keys()]),
  );
}
