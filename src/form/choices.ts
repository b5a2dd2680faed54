import { attributeOf } from './attribute.ts'
import type { Choice, ChoiceLists, Field } from './definition/index.ts'
import { isTrue } from './expression/index.ts'
import { type Place, scopeOf } from './scope.ts'

/** Every choice of a field's list, whatever its filter. */
export function listOf(field: Field, lists: ChoiceLists): readonly Choice[] {
  return (field.choices !== null && Object.hasOwn(lists, field.choices) && lists[field.choices]) || []
}

/** The choices a field offers at this place: those of its list that its choice filter lets through. */
export function offeredChoices(field: Field, lists: ChoiceLists, place: Place): readonly Choice[] {
  const list = listOf(field, lists)
  const filter = field.choice_filter
  if (!filter) return list
  const scope = scopeOf(place, place.row ? undefined : place.answers[field.name])
  return list.filter((choice) => isTrue(filter, { ...scope, attribute: (name) => attributeOf(choice, name) }))
}
