import { type Entry, zip } from '../archive/zip.ts'
import type { Context } from '../context.ts'
import type { Group } from '../form/definition/index.ts'
import { withGroupAsSet } from '../record/settings.ts'
import { writeCsv } from './csv.ts'
import { choiceTable, dictionary } from './dictionary.ts'
import { formatsOf } from './formats.ts'
import { termsOfReference } from './order.ts'
import { readMe } from './read-me.ts'
import { recordTable, rowTables } from './tables.ts'
import { type Level, type Taken, take } from './taken.ts'
import { writeXlsx } from './xlsx.ts'

/** Windows' editors of old need both to read French in lines. */
const forNotepad = (text: string): string => `\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`

const entry = (name: string, content: string | Uint8Array): Entry => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

/**
 * All that a cartographer needs, as one archive: the forms that publish, in every format, what the columns and codes
 * mean, the licence, the terms of reference. The same data give the same bytes, whenever it is made.
 */
export async function buildPack(asking: Context, asked: Level): Promise<Uint8Array<ArrayBuffer>> {
  const context = await withGroupAsSet(asking)
  const { catalogue } = context
  const forms = catalogue.forms.filter(({ publication }) => publication !== null)
  const parts = await take(context, forms, asked)
  const level = parts[0]?.level ?? 'public'
  const shown = { ...catalogue, forms }
  const tables = [dictionary(shown, level), choiceTable(shown, level)]
  const [first, second] = tables.map(writeCsv)
  const workbook = await writeXlsx([
    ...parts.flatMap((taken) => [recordTable(taken), ...rowTables(taken).map(({ table }) => table)]),
    ...tables,
  ])
  const data: Entry[] = []
  for (const taken of parts) {
    // Every tab is in the one workbook.
    for (const { extension, write } of formatsOf(taken.form).filter(({ extension }) => extension !== 'xlsx'))
      data.push(entry(`${taken.form.id}.${extension}`, await write(taken)))
    for (const { repeat, table } of rowTables(taken))
      data.push(entry(`${taken.form.id}.${repeat.name}.csv`, writeCsv(table)))
  }
  const entries = [
    entry('LICENCE.txt', forNotepad(licence(parts, catalogue.group, level))),
    ...(await termsOfReference(context, level)).map(({ name, text }) => entry(name, forNotepad(text))),
    entry('donnees.xlsx', workbook),
    entry('dictionnaire.csv', first ?? ''),
    entry('listes.csv', second ?? ''),
    ...data,
  ]
  const names = entries.map(({ name }) => name)
  return zip([entry('LISEZ-MOI.txt', forNotepad(readMe(context, parts, names))), ...entries])
}

/** What may be done with the data; what is for the coordinators alone is under no licence. */
function licence(parts: readonly Taken[], group: Group | null, level: Level): string {
  if (level === 'coordination')
    return 'Données internes de la coordination, avec des données personnelles : elles ne sont sous aucune licence et ne se transmettent pas.\n'
  if (group === null) return 'Demandez à la coordination ce que vous pouvez faire de ces données.\n'
  return [
    `Ces données sont mises à disposition selon la licence ${group.licence.fr}.`,
    'Vous pouvez les partager et les adapter, y compris à des fins commerciales, à condition d’en citer la source, de donner le lien de la licence et de dire ce que vous avez changé.',
    '',
    `Citation : ${group.name.fr}, cartographie des projets.`,
    ...parts.flatMap(({ form: { map } }) => (map === null ? [] : [`Lieux. ${map.ground.credit.fr}`])),
    '',
  ].join('\n')
}
