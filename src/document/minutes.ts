import type { Answers, Row } from '../form/answers.ts'
import type { ChoiceLists, DocumentPart, Field, Form } from '../form/definition/index.ts'
import { displayAnswer, frenchSpaces, rowsOf, visibleAnswers } from '../form/index.ts'
import { type Names, namesOf } from '../form/names.ts'
import type { Block, Cell, MinutesDocument } from './model.ts'
import { type PlanSource, planTables } from './plan-tables.ts'
import { blocksOf } from './prose.ts'
import { printed } from './typography.ts'

/** All that a document is made of. */
export type DocumentSource = {
  readonly form: Form
  readonly lists: ChoiceLists
  /** What references to other forms' records are called. */
  readonly names: Names
  readonly group: string
  readonly answers: Answers
  /** The plan of action, for a part that shows it; null when there is none. */
  readonly plan: PlanSource | null
}

/**
 * The document of a record, as its form declares it (`document`): what the public may see of it and nothing more. What
 * was not answered is left out, but a section that has a title keeps it. Pure.
 */
export function documentOf(source: DocumentSource): MinutesDocument {
  const { form, answers } = source
  const layout = form.document
  if (layout === null) throw new Error(`the form "${form.id}" declares no document`)
  const seen = { ...source, answers: visibleAnswers(form, answers, 'public') }
  return {
    title: printed(layout.title.fr),
    group: printed(source.group),
    date: textOf(seen, layout.date),
    blocks: layout.parts.flatMap((part) => blocksOfPart(seen, part)),
  }
}

function blocksOfPart(source: DocumentSource, part: DocumentPart): readonly Block[] {
  switch (part.type) {
    case 'text': {
      const [first, ...others] = blocksOf(rawText(source, part.field))
      if (first === undefined) return []
      const label = printed(part.label.fr)
      // What begins with a list has its label on a line of its own.
      return first.type === 'paragraph'
        ? [{ ...first, label }, ...others]
        : [{ type: 'paragraph', label, text: '' }, first, ...others]
    }
    case 'line': {
      const text = part.fields.map((name) => textOf(source, name)).filter((one) => one !== '')
      return text.length === 0
        ? []
        : [{ type: 'paragraph', label: printed(part.label.fr), text: printed(text.join(' – ')) }]
    }
    case 'words':
      return [{ type: 'paragraph', label: printed(part.label.fr), text: printed(part.text.fr) }]
    case 'list': {
      const items = source.answers[part.field]
      if (!Array.isArray(items) || items.length === 0) return []
      return [
        { type: 'paragraph', label: printed(part.label.fr), text: '' },
        { type: 'list', ordered: true, items: items.map((item) => printed(String(item))) },
      ]
    }
    case 'sections':
      return rowsOf(source.answers, part.repeat).flatMap((row) => sectionOf(source, part, row))
    case 'items': {
      const items = rowsOf(source.answers, part.repeat).flatMap((row) => rowText(source, part.repeat, row))
      return items.length === 0
        ? []
        : [heading(part.title.fr), { type: 'list', ordered: false, items: items.map(printed) }]
    }
    case 'table':
      return tableOf(source, part)
    case 'prose': {
      const blocks = blocksOf(rawText(source, part.field))
      return blocks.length === 0 ? [] : [heading(part.title.fr), ...blocks]
    }
  }
}

const heading = (text: string): Block => ({ type: 'heading', level: 2, text: printed(text) })

/** A section: its title, what was said, and the plan's tables where somebody asked for them. */
function sectionOf(
  source: DocumentSource,
  { title, content, plan }: Extract<DocumentPart, { type: 'sections' }>,
  row: Row,
): readonly Block[] {
  const shown = plan !== null && row[plan.field] === plan.code && source.plan !== null
  return [
    heading(String(row[title] ?? '')),
    ...(shown && source.plan ? planTables(source.plan, source.lists) : []),
    ...blocksOf(String(row[content] ?? '')),
  ]
}

function tableOf(
  source: DocumentSource,
  { repeat, title }: Extract<DocumentPart, { type: 'table' }>,
): readonly Block[] {
  const field = source.form.fields.find(({ name }) => name === repeat)
  const rows = rowsOf(source.answers, repeat)
  if (!field || rows.length === 0) return []
  const columns = field.fields.filter(({ visibility }) => visibility === 'public')
  return [
    heading(title.fr),
    {
      type: 'table',
      caption: printed(title.fr),
      questions: [],
      columns: columns.map(({ label }) => printed(label.fr)),
      rows: rows.map((row) => columns.map((column): Cell => [printed(shown(source, column, row))])),
      isWide: false,
    },
  ]
}

/** The answers of a row in one line: "La fiche est adoptée. (Consensus)". */
function rowText(source: DocumentSource, repeat: string, row: Row): readonly string[] {
  const fields = source.form.fields.find(({ name }) => name === repeat)?.fields ?? []
  const [first, ...others] = fields.map((field) => shown(source, field, row)).filter((text) => text !== '')
  if (first === undefined) return []
  return [others.length === 0 ? first : `${first} (${others.join(', ').toLocaleLowerCase('fr')})`]
}

const shown = ({ lists, names }: DocumentSource, field: Field, from: Answers | Row): string =>
  displayAnswer(field, lists, from[field.name], 'fr', namesOf(names, field))

function textOf(source: DocumentSource, name: string): string {
  const field = source.form.fields.find((one) => one.name === name)
  return field ? frenchSpaces(shown(source, field, source.answers)) : ''
}

const rawText = ({ answers }: DocumentSource, name: string): string => {
  const answer = answers[name]
  return typeof answer === 'string' ? answer : ''
}
