import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { defineForm, describeForm, examine, initialAnswers, jsonSchema } from '../../src/form/index.ts'
import { isValid } from './json-schema.ts'
import { now } from './sample.ts'

const { forms, lists } = catalogue

describe.each(forms.map((form) => [form.id, form] as const))('the form %s', (_, form) => {
  test('is the same once described and defined again, but for its seeds', () => {
    expect(defineForm(JSON.parse(JSON.stringify(describeForm(form, lists))))).toEqual({ ...form, seeds: [] })
  })

  test('has seeds that break none of its rules and fit its JSON Schema', () => {
    for (const { answers } of form.seeds) {
      expect(examine(form, lists, answers, { now }).issues).toEqual([])
      expect(isValid(jsonSchema(form, lists, 'fr'), answers)).toBe(true)
    }
  })

  test('tells what is missing from an empty one, and never an answer it starts with', () => {
    const initial = initialAnswers(form, { now })
    const { issues } = examine(form, lists, initial, { now })
    expect(issues.length).toBeGreaterThan(0)
    for (const { pointer } of issues) expect(Object.hasOwn(initial, pointer.slice(1))).toBe(false)
  })
})
