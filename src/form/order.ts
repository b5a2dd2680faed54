import type { Form } from './definition/index.ts'
import type { Expression } from './expression/index.ts'
import { references } from './expression/index.ts'
import { type PlacedField, placedFields } from './fields.ts'

const orders = new WeakMap<Form, readonly PlacedField[]>()

/**
 * The fields in an order in which each comes after all that its relevance and its calculation look at, so that one
 * pass settles them. A row's field comes after its repeat.
 * @throws Error naming the fields of a cycle
 */
export function settlingOrder(form: Form): readonly PlacedField[] {
  const known = orders.get(form)
  if (known) return known
  const order = sorted(form)
  orders.set(form, order)
  return order
}

function sorted(form: Form): readonly PlacedField[] {
  const places = new Map(placedFields(form).map((place) => [place.field.name, place]))
  const done = new Set<string>()
  const order: PlacedField[] = []
  const visit = (name: string, path: readonly string[]) => {
    const place = places.get(name)
    if (!place || done.has(name)) return
    if (path.includes(name)) {
      throw new Error([...path.slice(path.indexOf(name)), name].join(' → '))
    }
    for (const other of lookedAt(place)) visit(other, [...path, name])
    done.add(name)
    order.push(place)
  }
  for (const name of places.keys()) visit(name, [])
  return order
}

function lookedAt({ field, repeat }: PlacedField): readonly string[] {
  const named = [field.relevant, field.calculation]
    .filter((expression): expression is Expression => expression !== null)
    .flatMap((expression) => references(expression))
  return repeat ? [repeat.name, ...named] : named
}
