import { admits, shapeAdmits } from './admits';
import { Expander } from './expand';
import { followed } from './followed';
import { itemAt, memberAt, namePatterns, otherItems } from './members';
import { otherMembers, prefixLength, propertyNames } from './members';
import { tightBounds } from './numberBounds';
import { Conjunction, keyOf } from './SchemaNode';
import { Shape } from './Shape';

/** Whether there is any value at all for a schema. Where that is open, there is. */
export class Habitation {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly expander: Expander) {}

  /** Whether some value is valid for all schemas of the conjunction. */
  ofAll(written: Conjunction): boolean {
    if (written.length === 0) return true;
    const conjunction = written.map(followed);
    const key = keyOf(conjunction);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, true);
    const found = this.expander.expand(conjunction).some(s => this.of(s));
    this.known.set(key, found);
    return found;
  }

  /** Whether an alternative has any value. */
  of(shape: Shape): boolean {
    if (shape.values) {
      return shape.values.some(
        value => shapeAdmits(this.expander, shape, value) !== false,
      );
    }
    switch (shape.type) {
      case 'number':
        return hasNumber(shape);
      case 'array':
        return shape.minSize <= this.mostItems(shape);
      case 'object':
        return this.hasObject(shape);
      default:
        return shape.minSize <= shape.maxSize;
    }
  }

  /** How many items an array can have: up to the first that nothing fits. */
  mostItems(shape: Shape): number {
    const prefix = prefixLength(shape);
    for (let index = 0; index < prefix; index++) {
      if (index >= shape.maxSize) return shape.maxSize;
      if (!this.ofAll(itemAt(shape, index))) return index;
    }
    if (!this.ofAll(otherItems(shape))) return Math.min(prefix, shape.maxSize);
    return shape.maxSize;
  }

  /** How many members an object can have. */
  mostMembers(shape: Shape): number {
    if (namePatterns(shape).size > 0 || this.ofAll(otherMembers(shape))) {
      return shape.maxSize;
    }
    const possible = [...propertyNames(shape)].filter(name =>
      this.ofAll(memberAt(shape, name)),
    );
    return Math.min(possible.length, shape.maxSize);
  }

  private hasObject(shape: Shape): boolean {
    const least = Math.max(shape.minSize, shape.required.size);
    return (
      least <= this.mostMembers(shape) &&
      [...shape.required].every(
        name =>
          this.ofAll(memberAt(shape, name)) &&
          admits(this.expander, shape.names, name) !== false,
      )
    );
  }
}

function hasNumber(shape: Shape): boolean {
  const { minimum, maximum } = tightBounds(shape);
  if (shape.integer && shape.notMultipleOf.includes(1)) return false;
  if (!minimum || !maximum) return true;
  if (minimum.value === maximum.value) {
    return !minimum.exclusive && !maximum.exclusive;
  }
  return minimum.value < maximum.value;
}
